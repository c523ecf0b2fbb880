public import Letters
public import Outbound

/// Messages to phones by the operator's gateway.
public struct GatewayMessenger: PhoneMessenger {
    /// The gateway did not take a message; it is tried again.
    public struct Refused: Error, Equatable, CustomStringConvertible {
        public let status: Int

        public var description: String { "the phone gateway answered with status \(status)" }
    }

    private let gateway: PhoneGateway
    private let client: OutboundClient

    /// - Parameter client: must be allowed to reach the gateway.
    public init(_ gateway: PhoneGateway, by client: OutboundClient) {
        self.gateway = gateway
        self.client = client
    }

    /// Any status of success is delivery. What the gateway says beside it is not looked at.
    public func send(_ message: PhoneMessage) async throws {
        let answer = try await client.send(gateway.request(for: message))
        guard answer.isSuccess else { throw Refused(status: answer.status) }
    }
}
