/// What a signing link shows: the document and the recipient whose link it is.
public struct LinkedDocument: Sendable {
    public let document: Document
    public let recipient: Recipient
}

/// Opens a signing link. Changes nothing: mail scanners fetch links too.
public struct OpenLink: Sendable {
    let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Unknown, revoked and replaced links are absent alike.
    public func callAsFunction(_ code: String) async throws -> LinkedDocument {
        try await ports.linked(code)
    }

    /// A page (from 1) as PNG, once the recipient's step was reached.
    public func pageImage(_ code: String, page: Int, width: Int) async throws -> [UInt8] {
        try await ports.workshop.pageImage(readablePieces(code), page: page, width: width)
    }

    public func pageText(_ code: String, page: Int) async throws -> String {
        try await ports.workshop.pageText(readablePieces(code), page: page)
    }

    /// An original, as it was uploaded.
    public func original(_ code: String, file number: Int) async throws -> (DocumentFile, Blob) {
        let linked = try await ports.linked(code)
        guard linked.isReadable,
            let file = linked.document.files.first(where: { $0.isCurrent && $0.number == number })
        else { throw Refusal.documentNotFound }
        return (file, file.original)
    }

    /// The signed document.
    public func signed(_ code: String) async throws -> Download {
        let linked = try await ports.linked(code)
        return try await DownloadDocument(ports).signed(linked.document)
    }

    /// The signed document's certificate.
    public func certificate(_ code: String) async throws -> Download {
        let linked = try await ports.linked(code)
        return try DownloadDocument(ports).certificate(linked.document)
    }

    private func readablePieces(_ code: String) async throws -> [Blob] {
        let linked = try await ports.linked(code)
        guard linked.isReadable else { throw Refusal.turnNotReached }
        return try await ports.pieces(of: linked.document)
    }
}

extension LinkedDocument {
    /// Before the party's turn nothing of the document is shown, nor after it was deleted.
    public var isReadable: Bool {
        recipient.turn?.isReached == true && document.state.status != .deleted
    }
}

extension Ports {
    func linked(_ code: String) async throws -> LinkedDocument {
        guard let (document, id) = try await documents.document(link: LinkKey.hash(of: code)),
            let recipient = document[recipient: id]
        else { throw Refusal.linkNotFound }
        return LinkedDocument(document: document, recipient: recipient)
    }

    /// One change by the link's recipient; `nil` from `decide` where nothing is left to do.
    func change(
        link code: String, _ decide: (Document, RecipientID) async throws -> Change?
    ) async throws -> LinkedDocument {
        let recipient = try await linked(code).recipient.id
        let document = try await commit({ try await linked(code).document }) { document in
            try await decide(document, recipient)
        }
        guard let after = document[recipient: recipient] else { throw Refusal.linkNotFound }
        return LinkedDocument(document: document, recipient: after)
    }
}
