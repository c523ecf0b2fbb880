import Domain
import HTTPCommon

/// A whole document, as one actor may see it.
struct DocumentReply: JSONWritable {
    let document: Document
    let actor: Actor
    let url: String

    init(_ document: Document, for actor: Actor, _ addresses: PublicAddresses) {
        self.document = document
        self.actor = actor
        url = addresses.document(document.id)
    }

    func write(to text: inout JSONText) {
        text.object {
            $0.member("id", document.clientID)
            $0.member("documentID", "\(document.id)")
            $0.member("name", document.name)
            $0.member("isSequential", document.isSequential)
            $0.member("status", document.state.status.wireName)
            $0.member("url", url)
            $0.member("created", WireDate.precise(document.createdAt))
            $0.member("author", document.author.name.full)
            $0.key("files")
            $0.array(document.files) { $0.write($1) }
            $0.key("signers")
            $0.array(document.signers) { write($1, to: &$0) }
            $0.key("actions")
            $0.array(document.actions(for: actor)) { $0.string($1.wireName) }
        }
    }

    private func write(_ recipient: Recipient, to text: inout JSONText) {
        text.object {
            $0.member("firstName", recipient.name.firstName)
            $0.member("lastName", recipient.name.lastName)
            $0.member("patronymic", recipient.name.patronymic)
            $0.member("email", recipient.email?.text)
            $0.member("number", recipient.number)
            $0.member("approveType", document.approveType(of: recipient))
            $0.member("status", recipient.turn?.progress.wireName)
            writeSignature(of: recipient, to: &$0)
        }
    }

    /// Only while Signing, and until this signer has signed or declined.
    private func writeSignature(of recipient: Recipient, to text: inout JSONText) {
        guard document.state == .signing, let turn = recipient.turn, !turn.isOver else { return }
        let isMine = turn.isOpen && recipient.contact == .email(actor.user.email)
        text.key("signature")
        text.object {
            $0.member("status", isMine ? "WaitsMe" : "WaitsOthers")
            $0.key("context")
            $0.object { $0.member("id", Int(turn.context)) }
        }
    }
}

extension Turn {
    fileprivate var isOver: Bool {
        switch progress {
        case .waiting, .notified, .opened: false
        case .approved, .reviewed, .rejected: true
        }
    }
}

extension Document {
    /// A simple signature with something drawn or stamped has a name of its own on this wire.
    fileprivate func approveType(of recipient: Recipient) -> String? {
        let isVisual =
            recipient.method == .simple
            && fields(of: recipient).contains { $0.kind == .stamp }
        return isVisual ? "BesVisual" : recipient.method?.wireName
    }
}

extension JSONText {
    fileprivate mutating func write(_ file: DocumentFile) {
        object {
            $0.member("fileName", file.name)
            $0.member("number", file.number)
            $0.member("pageCount", file.pageCount)
            $0.member("status", file.status.wireName)
        }
    }
}

/// Id and status, the answer of everything that changes a document.
struct StatusReply: JSONWritable {
    let id: DocumentID
    let status: DocumentStatus

    func write(to text: inout JSONText) {
        text.object {
            $0.member("documentID", "\(id)")
            $0.member("status", status.wireName)
        }
    }
}
