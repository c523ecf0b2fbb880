import Domain
import Words

/// A document as its author side and its signed-in recipients see it.
struct DocumentContent: Equatable, Sendable {
    struct File: Equatable, Sendable {
        let name: String
        /// Where it is to be had, for who may read it.
        let link: String?
        let facts: String
        let trouble: String?
    }

    struct Event: Equatable, Sendable {
        let time: String
        let text: String
    }

    let address: String
    let id: String
    let heading: String
    let author: String
    let created: String
    let status: String
    let mark: String
    /// Why it was rejected, or why the seal is late.
    let notice: String?
    let digest: String?
    let download: String?
    let certificate: String?
    /// The viewer's own signing link, while their turn is open.
    let signing: String?
    let files: [File]
    let hasFiles: Bool
    let outside: OutsideSignatures?
    let people: [ShownPerson]
    let requester: RequesterForms?
    let events: [Event]
}

extension DocumentContent {
    init(
        _ document: Document, trail: [AuditRow], actor: Actor, ports: Ports, _ words: Words,
        requester: RequesterForms?, _ time: (Instant) -> String
    ) throws {
        let status = document.state.status.rawValue
        let files = document.files.filter(\.isCurrent)
        let viewer = document.recipient(of: actor.user)
        let (address, isReadable) = ("/documents/\(document.id)", document.isReadable(by: actor))
        let seal: Seal? = if case .signed(let seal) = document.state { seal } else { nil }
        self.init(
            address: address, id: "\(document.id)", heading: document.name,
            author: document.author.name.full, created: time(document.createdAt),
            status: words["status.\(status)"], mark: status,
            notice: try document.notice(trail, words, time),
            digest: seal.map { "\($0.hash)" },
            download: seal.map { _ in "/documents/\(document.id)/signed" },
            certificate: seal.map { _ in "/documents/\(document.id)/certificate" },
            signing: viewer.flatMap { document.signingAddress(of: $0, key: ports.linkKey) },
            files: files.map { file in
                File(file, at: isReadable ? "\(address)/files/\(file.number)" : nil, words)
            }, hasFiles: !files.isEmpty,
            outside: isReadable ? OutsideSignatures(document, at: address) : nil,
            people: document.recipients.map {
                ShownPerson($0, isViewer: $0.id == viewer?.id, words, time)
            },
            requester: requester, events: try trail.map { try Event($0, words, time) })
    }
}

extension Document {
    fileprivate func notice(
        _ trail: [AuditRow], _ words: Words, _ time: (Instant) -> String
    ) throws -> String? {
        switch state {
        case .draft: try draftNotice(trail, words, time)
        case .sealing(let trouble?): words("document.trouble", ["trouble": trouble])
        case .rejected(let rejection): notice(rejection, words)
        case .signing, .awaitingApproval, .sealing(nil), .signed, .deleted: nil
        }
    }

    /// When it sends itself, or why it could not.
    private func draftNotice(
        _ trail: [AuditRow], _ words: Words, _ time: (Instant) -> String
    ) throws -> String? {
        if let sendsAt = schedule.sendsAt {
            return words("document.scheduled", ["time": time(sendsAt)])
        }
        guard let row = trail.last, row.kind == .unsendable else { return nil }
        return words("timeline.unsendable", try row.entry().facts.unsendable(words))
    }

    private func notice(_ rejection: Rejection, _ words: Words) -> String {
        switch rejection.cause {
        case .revoked: words["document.rejected.revoked"]
        case .expired: words["document.rejected.expired"]
        case .declined(let id, let reason):
            words(
                "document.rejected.declined",
                ["name": self[recipient: id]?.name.full ?? "", "reason": reason])
        }
    }

    fileprivate func signingAddress(of recipient: Recipient, key: LinkKey) -> String? {
        guard state == .signing, recipient.turn?.isOpen == true else { return nil }
        let code = key.code(
            document: id, party: .recipient(recipient.id), round: round,
            generation: recipient.link.generation)
        return "/sign/\(code)"
    }
}

extension DocumentContent.File {
    fileprivate init(_ file: DocumentFile, at link: String?, _ words: Words) {
        let size = words.size(byteCount: file.original.byteCount)
        let pages = words("count.pages", count: file.pageCount)
        let (facts, trouble): (String, String?) =
            switch file.status {
            case .parsing: ("\(size) · \(words["document.file.parsing"])", nil)
            case .error(let trouble): (size, words["trouble.\(trouble.rawValue)"])
            case .done, .deleted: ("\(pages) · \(size)", nil)
            }
        self.init(name: file.name, link: link, facts: facts, trouble: trouble)
    }
}

extension DocumentContent.Event {
    fileprivate init(_ row: AuditRow, _ words: Words, _ time: (Instant) -> String) throws {
        let entry = try row.entry()
        var values = entry.facts
        values["who"] = entry.contact ?? "Tamga"
        if row.kind == .fileRefused, let reason = entry.facts["reason"] {
            values["reason"] = words["trouble.\(reason)"]
        }
        if row.kind == .unsendable { values = values.unsendable(words) }
        if row.kind == .signatureRefused, let reason = entry.facts["reason"] {
            values["reason"] = words("refusal.external.\(reason)", words.sizes(in: entry.facts))
        }
        self.init(time: time(row.at), text: words("timeline.\(row.kind.rawValue)", values))
    }
}

extension [String: String] {
    /// The facts of a field that kept a document from being sent, the reason in words.
    fileprivate func unsendable(_ words: Words) -> [String: String] {
        merging(["reason": words["refusal.field.\(self["reason"] ?? "")"]]) { _, told in told }
    }
}
