import Domain
import Words

/// The form of a signer whose turn is open, with what was refused beside the field that it is
/// about.
struct SigningForm: Equatable, Sendable {
    let code: CodeForm?
    let fields: [FieldInput]
    let hasFields: Bool
    let method: String
    let consentProblem: String?
    let isConsentGiven: Bool
    let rules: ConsentRules
}

/// A one-time code: asked for in a form of its own, and entered with the signature.
struct CodeForm: Equatable, Sendable {
    let explanation: String
    let sent: String?
    let requestProblem: String?
    let problem: String?
    let given: String
}

extension SigningForm {
    init(
        _ recipient: Recipient, of document: Document, method: SignatureMethod, wasSent: Bool,
        refused: RefusedForm?, stamp: CompanyStamp?, words: Words
    ) {
        code =
            recipient.confirmsByCode
            ? CodeForm(recipient, wasSent: wasSent, refused: refused, words: words) : nil
        fields = document.fields(of: recipient).map { field in
            FieldInput(field, refused: refused, stamp: stamp, words)
        }
        hasFields = !fields.isEmpty
        self.method = words["sign.method.\(method.rawValue)"]
        consentProblem = refused?.problem(at: .consent)
        isConsentGiven = refused?.entered("consent") != nil
        rules = ConsentRules(words)
    }
}

extension CodeForm {
    fileprivate init(_ recipient: Recipient, wasSent: Bool, refused: RefusedForm?, words: Words) {
        let contact = ["contact": recipient.contact.text]
        explanation = words("sign.code.explain", contact)
        sent = wasSent ? words("sign.code.sent", contact) : nil
        requestProblem = refused?.problem(at: .requestCode)
        problem = refused?.problem(at: .code)
        given = refused?.entered("code") ?? ""
    }
}
