import HTTPTestKit
import HTTPTypes
import Hummingbird
import Outbound
import Testing

@testable import Delivery

/// The gateway is a server of its own here, over a real connection.
@Suite("Messages by a gateway")
struct GatewayMessengerTests {
    /// Sends the sample to a gateway that answers so.
    private func send(
        by client: OutboundClient = .local, _ method: OutboundRequest.Method = .post,
        to answer: @escaping Peer.Answer
    ) async throws {
        try await Peer.serving(answer) { peer in
            var gateway = try PhoneGateway.json(
                peer.url + "send", body: #"{"to":"{{phone}}","id":"{{id}}"}"#)
            gateway.method = method
            try await GatewayMessenger(gateway, by: client).send(.sample())
        }
    }

    @Test("a message arrives as the template says, with the operator's headers")
    func arrives() async throws {
        try await confirmation { arrived in
            try await send { request in
                let body = try await request.body.collect(upTo: 1_000)
                #expect(
                    String(buffer: body) == #"{"to":"01012345678","#
                        + #""id":"0f8fad5b-d9cb-469f-a165-70867728950e"}"#)
                #expect(request.method == .post && request.uri.path == "/send")
                #expect(request.headers[.contentType] == "application/json")
                #expect(request.headers[HTTPField.Name("X-Key")!] == "s3cret")
                arrived()
                return Response([])
            }
        }
    }

    @Test("a gateway that wants PUT gets it, with the body")
    func put() async throws {
        try await confirmation { arrived in
            try await send(.put) { request in
                let body = try await request.body.collect(upTo: 1_000)
                #expect(request.method == .put && body.readableBytes > 0)
                arrived()
                return Response([])
            }
        }
    }

    @Test("any status of success is delivery", arguments: [200, 201, 202, 204])
    func delivered(status: Int) async throws {
        try await send { _ in Response([], status: .init(code: status)) }
    }

    @Test("any other leaves the message owed", arguments: [302, 400, 401, 429, 500, 503])
    func refused(status: Int) async throws {
        await #expect(throws: GatewayMessenger.Refused(status: status)) {
            try await send { _ in Response([], status: .init(code: status)) }
        }
    }

    @Test("nobody listening leaves it owed")
    func down() async throws {
        let gateway = try PhoneGateway.json("http://127.0.0.1:1/", body: "{}")
        await #expect(throws: OutboundFailure.self) {
            try await GatewayMessenger(gateway, by: .local).send(.sample())
        }
    }

    @Test("a gateway inside a private network is reached only where that is allowed")
    func notAllowed() async throws {
        await #expect(throws: OutboundFailure.self) {
            try await send(by: OutboundClient()) { _ in
                Issue.record("reached")
                return Response([])
            }
        }
    }
}
