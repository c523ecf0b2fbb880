import Domain
import Hummingbird
import Words

/// The page of an author's own link: how the document stands, and the approval it may wait for.
struct AuthorContent: Equatable, Sendable {
    let state: SigningState
    let address: String
    let heading: String
    let alert: String?
    let lead: String
    let approval: String?
    let download: String?
    let people: [ShownPerson]
}

extension AuthorContent {
    init(
        _ document: Document, code: String, refused note: RefusalNote?, words: Words,
        time: (Instant) -> String
    ) {
        let state = SigningState(ofAuthor: document)
        self.init(
            state: state, address: "/sign/\(code)", heading: document.name, alert: note?.text,
            lead: words["author.lead.\(document.state.status.rawValue)"],
            approval: state == .open ? words["author.approve.explain"] : nil,
            download: state == .signed ? "/sign/\(code)/signed" : nil,
            people: document.recipients.map {
                ShownPerson($0, isViewer: false, words, time)
            })
    }
}

extension SigningState {
    fileprivate init(ofAuthor document: Document) {
        switch document.state {
        case .draft, .signing, .sealing: self = .waiting
        case .awaitingApproval: self = .open
        case .signed: self = .signed
        case .rejected, .deleted: self = .closed
        }
    }
}

extension SigningRoutes {
    func authorPage(_ visit: Visit, refused note: RefusalNote? = nil) async throws -> Response {
        let code = visit.parameter("code")
        let document = try await ApproveDocument(site.ports).document(code)
        let words = visit.words(knowing: document.language)
        let content = AuthorContent(document, code: code, refused: note, words: words) {
            visit.time($0, words)
        }
        return visit.reply(
            "author", content, title: content.heading, at: content.address, in: words,
            status: note?.status ?? .ok, retryAfterSeconds: note?.retryAfterSeconds)
    }
}
