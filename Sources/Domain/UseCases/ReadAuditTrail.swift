/// A document's whole history as a PDF of its own, which the server certifies.
///
/// It is made from the trail whenever somebody asks for it, and kept nowhere.
public struct ReadAuditTrail: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// For whoever may see the document, whatever its state; deleted is absent.
    public func callAsFunction(_ id: DocumentID, by actor: Actor) async throws -> AuditTrailFile {
        try await file(of: ports.visible(id, to: actor))
    }

    /// For the holder of the author's own link.
    public func callAsFunction(authorLink code: String) async throws -> AuditTrailFile {
        try await file(of: ports.authored(code))
    }

    private func file(of document: Document) async throws -> AuditTrailFile {
        guard document.state.status != .deleted else { throw Refusal.documentNotFound }
        let prepared = try await ports.workshop.auditTrail(
            AuditTrailOrder(
                document: document,
                trail: try document.known(
                    of: try await ports.documents.auditTrail(of: document.id)),
                at: document.time(ports.clock.now()),
                verificationURL: ports.addresses.verification(document.id),
                certificationRoom: ports.sealer.certificationRoom))
        return AuditTrailFile(
            bytes: try await ports.sealer.certify(prepared), name: document.name,
            language: document.language)
    }
}

/// The certificate of a history, to be handed out.
public struct AuditTrailFile: Equatable, Sendable {
    /// A whole PDF.
    public let bytes: [UInt8]
    /// The document's name, without an extension.
    public let name: String
    /// The document's.
    public let language: Language
}
