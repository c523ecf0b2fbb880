/// Lets those who sign their company's documents use the stamp that it has registered: users of its
/// account, known by their address.
public struct UseStamp: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// `nil` where the link's holder may not act, or has no company's stamp to use.
    ///
    /// It is the stamp of the document's own account alone: a sender names any address, and knows
    /// every link of what they send, so another company's would be theirs for the asking.
    public func offered(_ linked: LinkedDocument) async throws -> CompanyStamp? {
        let (document, recipient) = (linked.document, linked.recipient)
        guard linked.isUnlocked, (try? document.openTurn(of: recipient.id)) != nil,
            document.fields(of: recipient).contains(where: { $0.kind == .stamp }),
            let email = recipient.email
        else { return nil }
        return try await ports.accounts.stamp(of: document.account, for: email)
    }

    /// What it looks like, as a PNG or JPEG.
    public func picture(_ visit: LinkVisit) async throws -> [UInt8] {
        guard let stamp = try await offered(try await ports.linked(visit)) else {
            throw Refusal.documentNotFound
        }
        return try await ports.archive.bytes(of: stamp.picture)
    }

    /// The stamp for a field. Throws ``Refusal/field(_:)`` where the one that was `shown`, by its
    /// hash in hexadecimal, is not offered any more.
    public func callAsFunction(
        _ linked: LinkedDocument, shown: String, for field: String
    ) async throws -> FieldPicture {
        guard let stamp = try await offered(linked), "\(stamp.picture.hash)" == shown else {
            throw Refusal.field(FieldTrouble(field, .unusablePicture))
        }
        var picture = try await ReadPicture(ports)(stamp.picture, for: field)
        picture.company = stamp.account.name
        return picture
    }
}
