/// What a visitor shows: the link's code, and the pass that the browser was given at the door.
public struct LinkVisit: Sendable {
    public let code: String
    public let pass: String?

    public init(code: String, pass: String? = nil) {
        self.code = code
        self.pass = pass
    }
}

/// What a recipient's link shows: the document, and whose link it is.
public struct LinkedDocument: Sendable {
    public let document: Document
    public let recipient: Recipient
    /// What was passed at the door.
    public let pass: AccessPass

    /// Everything that the sender asked for at the door was passed.
    public var isUnlocked: Bool { pass.opens(recipient.door) }

    /// Before the party's turn nothing of the document is shown, nor after it was deleted, nor to
    /// one who has not passed the door.
    public var isReadable: Bool {
        recipient.turn?.isReached == true && document.state.status != .deleted && isUnlocked
    }

    /// The link's holder may act.
    func admit() throws(Refusal) {
        guard isUnlocked else { throw .accessRequired }
    }
}

/// Opens a recipient's link. Changes nothing: mail scanners fetch links too.
public struct OpenLink: Sendable {
    let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Unknown, revoked and replaced links are absent alike.
    public func callAsFunction(_ visit: LinkVisit) async throws -> LinkedDocument {
        try await ports.linked(visit)
    }

    /// Before any byte of an upload is read: may this visitor act?
    public func admitUpload(_ visit: LinkVisit) async throws {
        let linked = try await ports.linked(visit)
        try linked.admit()
        _ = try linked.document.openTurn(of: linked.recipient.id)
    }

    /// A page (from 1) as PNG, once the recipient's step was reached.
    public func pageImage(_ visit: LinkVisit, page: Int, width: Int) async throws -> [UInt8] {
        try await ports.workshop.pageImage(readablePieces(visit), page: page, width: width)
    }

    /// What each page of the sender's shows. Signatures change no page, so the base tells it.
    public func pageSizes(_ visit: LinkVisit) async throws -> [PageSize] {
        try await ports.workshop.pageSizes(Array(readablePieces(visit).prefix(1)))
    }

    public func pageText(_ visit: LinkVisit, page: Int) async throws -> String {
        try await ports.workshop.pageText(readablePieces(visit), page: page)
    }

    /// An original, as it was uploaded.
    public func original(
        _ visit: LinkVisit, file number: Int
    ) async throws -> (DocumentFile, Blob) {
        let linked = try await ports.linked(visit)
        guard linked.isReadable,
            let file = linked.document.files.first(where: { $0.isCurrent && $0.number == number })
        else { throw Refusal.documentNotFound }
        return (file, file.original)
    }

    /// A file that the sender sent along; its place, from 0.
    public func attachment(_ visit: LinkVisit, _ index: Int) async throws -> NewFile {
        let linked = try await ports.linked(visit)
        guard linked.isReadable, linked.document.attachments.indices.contains(index) else {
            throw Refusal.documentNotFound
        }
        return linked.document.attachments[index]
    }

    /// The signed document.
    public func signed(_ visit: LinkVisit) async throws -> Download {
        let linked = try await ports.linked(visit)
        try linked.admit()
        return try await DownloadDocument(ports).signed(linked.document)
    }

    /// The signed document's certificate.
    public func certificate(_ visit: LinkVisit) async throws -> Download {
        let linked = try await ports.linked(visit)
        try linked.admit()
        return try DownloadDocument(ports).certificate(linked.document)
    }

    private func readablePieces(_ visit: LinkVisit) async throws -> [Blob] {
        let linked = try await ports.linked(visit)
        guard linked.recipient.turn?.isReached == true else { throw Refusal.turnNotReached }
        try linked.admit()
        guard linked.isReadable else { throw Refusal.documentNotFound }
        return try await ports.pieces(of: linked.document)
    }
}
