/// An administrator's: the one picture that stands for a company.
public struct RegisterStamp: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// In the place of the one before. Throws ``Refusal/field(_:)`` for what could not be uploaded
    /// on a page either.
    public func callAsFunction(_ upload: [UInt8], for account: AccountID) async throws {
        guard (1...ReadPicture.limit).contains(upload.count) else {
            throw Refusal.field(FieldTrouble("", .unusablePicture))
        }
        do {
            _ = try await ports.workshop.picture(in: upload)
        } catch let trouble as FieldTrouble {
            throw Refusal.field(trouble)
        }
        try await ports.accounts.keep(try await ports.archive.store(upload), asStampOf: account)
    }

    /// What was registered, as it was given; `nil` where nothing is.
    public func registered(for account: AccountID) async throws -> [UInt8]? {
        guard let stamp = try await ports.accounts.stamp(of: account) else { return nil }
        return try await ports.archive.bytes(of: stamp)
    }
}
