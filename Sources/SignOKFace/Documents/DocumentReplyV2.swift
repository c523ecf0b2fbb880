import Domain
import HTTPCommon

/// A whole document, its keys in the order of the vendor's sample.
struct DocumentReplyV2: JSONWritable {
    let own: OwnDocument
    let history: History
    let status: Vocabulary.Entry
    let links: Links

    private var document: Document { own.document }

    func write(to text: inout JSONText) {
        text.object {
            $0.member("id", document.id.compact)
            $0.member("title", document.name)
            $0.member("status_description", status.label)
            $0.member("status", status.code)
            $0.member("view_url", links.document(document))
            $0.member("download_url", links.download(own, .v2))
            $0.member("creator_id", document.author.email.text)
            $0.member("creator_name", document.author.name.full)
            $0.member("create_datetime", SeoulTime.dateTime(document.createdAt))
            $0.member("complete_datetime", document.completedAt.map(SeoulTime.dateTime))
            $0.member("search_code", document.clientID)
            $0.emptyArray("attach_files")
            writeOptions(to: &$0)
            $0.key("signer")
            $0.array(own.signers) { write($1.recipient, $1.index, to: &$0) }
            $0.emptyArray("cc_list")
            $0.key("history")
            $0.array(history.rows.enumerated()) { $1.element.writeV2($1.offset + 1, to: &$0) }
        }
    }

    private func writeOptions(to text: inout JSONText) {
        text.key("options")
        text.object {
            $0.member("meet", false)
            $0.member("signer_order", document.isSequential)
        }
    }

    /// What a document made on the other wire does not know is empty, and there all the same.
    private func write(_ recipient: Recipient, _ index: Int, to text: inout JSONText) {
        text.object {
            $0.member("index", index)
            $0.member("type", "SIGNATORY")
            $0.member("sign_method", recipient.method?.wireName)
            $0.member("name", recipient.name.full)
            $0.member("contact", recipient.contact.text)
            $0.member("view_url", links.party(recipient, of: document))
            $0.emptyArray("items")
            $0.emptyArray("attach_files")
            $0.key("auth")
            $0.object { _ in }
        }
    }
}

extension SignatureMethod {
    /// Both are drawn on the page without a certificate that the signer brings.
    fileprivate var wireName: String {
        switch self {
        case .simple, .ownCertificate: "SIMPLE"
        case .externalCertificate, .personalCertificate, .corporateCertificate: "CERTIFICATE"
        }
    }
}

extension Document {
    fileprivate var completedAt: Instant? {
        if case .signed(let seal) = state { seal.at } else { nil }
    }
}

extension JSONText {
    mutating func emptyArray(_ name: StaticString) {
        key(name)
        array(EmptyCollection<Never>()) { _, _ in }
    }
}
