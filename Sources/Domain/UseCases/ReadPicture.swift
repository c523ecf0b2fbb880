/// Reads a picture that somebody sent for a stamp.
public struct ReadPicture: Sendable {
    /// In bytes (contract SignOK, row 17).
    public static let limit = 512 << 10

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Throws ``Refusal/field(_:)`` for what is no picture or too large.
    public func callAsFunction(_ upload: Blob, for field: String) async throws -> FieldPicture {
        guard (1...Self.limit).contains(upload.byteCount) else {
            throw Refusal.field(FieldTrouble(field, .unusablePicture))
        }
        do {
            return try await ports.workshop.picture(in: try await ports.archive.bytes(of: upload))
        } catch let trouble as FieldTrouble {
            throw Refusal.field(FieldTrouble(field, trouble.cause))
        }
    }
}
