public import Domain
import Markup
import Words

/// Writes the letter that a notice asks for, in the notice's language.
public struct LetterWriter: Sendable {
    private let linkKey: LinkKey
    private let codeKey: CodeKey
    private let addresses: PublicAddresses

    public init(linkKey: LinkKey, codeKey: CodeKey, addresses: PublicAddresses) {
        self.linkKey = linkKey
        self.codeKey = codeKey
        self.addresses = addresses
    }

    /// The same notice and id always make the same letter.
    /// Throws ``IncompleteNotice`` where the notice must name a document and does not.
    public func letter(for notice: Notice, id: JobID) throws -> Letter {
        let words = Words(notice.language.rawValue)
        let content = try content(of: notice, in: words)
        let model = LetterModel(content, to: notice.name.full, in: words)
        return Letter(
            id: "\(id)", to: notice.contact.text, subject: model.subject,
            text: Self.texts.render(model, with: "text"),
            html: Self.pages.render(model, with: "html"),
            links: model.link.map { [$0.address] } ?? [], code: model.code)
    }

    /// The same for a phone: one sentence and the link.
    public func message(for notice: Notice, id: JobID) throws -> PhoneMessage {
        let words = Words(notice.language.rawValue)
        let content = try content(of: notice, in: words)
        let letter = Letter(
            id: "\(id)", to: notice.contact.text, text: content.phoneText(in: words),
            links: content.link.map { [$0] } ?? [], code: content.code)
        return PhoneMessage(
            kind: content.kind, letter: letter, variables: content.variables(for: notice.name.full))
    }

    private static let pages = Templates(.html, ["html": PackageResources.html_mustache])
    private static let texts = Templates(.text, ["text": PackageResources.text_mustache])

    private func content(of notice: Notice, in words: Words) throws -> LetterContent {
        if case .certificateCode(let id) = notice.kind {
            return .certificateCode(codeKey.code(for: id))
        }
        guard let document = notice.document else { throw IncompleteNotice() }
        return LetterContent(
            about: document, kind: notice.kind,
            link: link(in: notice.kind, document: document.id), code: code(in: notice.kind)
        ) { words.dateTime(microseconds: $0.microseconds) }
    }

    /// A signer's own link, or the document's address for those who sign in.
    private func link(in kind: Notice.Kind, document: DocumentID) -> String? {
        switch kind {
        case .invitation(let link), .yourTurn(let link), .link(let link),
            .reviewRequest(let link), .copy(let link), .reminder(let link, _),
            .signingCode(_, let link), .accessCode(_, let link), .completed(let link?):
            addresses.signing(code: link.code(linkKey))
        case .approvalRequest(let link): addresses.party(code: link.code(linkKey))
        case .signedBy, .declinedBy, .accessLocked, .expired, .completed(nil):
            addresses.document(document)
        case .certificateCode, .revoked, .deleted, .editing: nil
        }
    }

    private func code(in kind: Notice.Kind) -> String? {
        switch kind {
        case .signingCode(let id, _), .accessCode(let id, _), .certificateCode(let id):
            codeKey.code(for: id)
        case .invitation, .yourTurn, .link, .reviewRequest, .copy, .reminder, .approvalRequest,
            .signedBy, .declinedBy, .accessLocked, .expired, .completed, .revoked, .deleted,
            .editing:
            nil
        }
    }
}

/// A fault: a notice about a document without the document.
public struct IncompleteNotice: Error {}
