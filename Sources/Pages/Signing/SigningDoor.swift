import Domain
import Words

/// What a link's holder is asked for next, before anything is shown.
struct SigningDoor: Equatable, Sendable {
    struct Question: Equatable, Sendable {
        /// Of the field: `contact` or `access` (contract of pages).
        let name: String
        let label: String
        /// Of the input element.
        let type: String
        let autocomplete: String
    }

    /// A check of identity: begun in one form, answered in another.
    struct Identity: Equatable, Sendable {
        /// `phoneIdentity` or `appIdentity`.
        let kind: String
        let sent: String?
        let requestProblem: String?
        let givenName: String
    }

    /// The certificate of a business, shown by a signature over a file.
    struct Certificate: Equatable, Sendable {
        let problem: String?
    }

    let explanation: String
    let question: Question?
    let identity: Identity?
    let certificate: Certificate?
    let problem: String?
}

extension SigningDoor {
    /// `nil` where the door is open, and where nothing is behind it.
    init?(
        _ linked: LinkedDocument, wasSent: Bool, refused: RefusedForm?, words: Words
    ) {
        guard linked.recipient.turn?.isReached == true, linked.document.state.status != .deleted,
            let step = linked.pass.missing(of: linked.recipient.door)
        else { return nil }
        explanation = words["door.\(step.rawValue).explain"]
        question = Question(step, words)
        identity = Identity(step, wasSent: wasSent, refused: refused, words)
        certificate =
            step == .businessCertificate
            ? Certificate(problem: refused?.problem(at: .cms) ?? refused?.problem(at: .access))
            : nil
        problem = refused?.problem(at: .access) ?? refused?.problem(at: .code)
    }
}

extension SigningDoor.Question {
    /// `nil` for what is not a matter of one answer.
    fileprivate init?(_ step: AccessStep, _ words: Words) {
        switch step {
        case .contact:
            self.init(
                name: "contact", label: words["door.contact.label"], type: "text",
                autocomplete: "email")
        case .password:
            self.init(
                name: "access", label: words["door.password.label"], type: "password",
                autocomplete: "off")
        case .phoneIdentity, .appIdentity, .businessCertificate: return nil
        }
    }
}

extension SigningDoor.Identity {
    /// `nil` for a step that is no check of identity.
    fileprivate init?(
        _ step: AccessStep, wasSent: Bool, refused: RefusedForm?, _ words: Words
    ) {
        guard IdentityCheck.Kind(rawValue: step.rawValue) != nil else { return nil }
        kind = step.rawValue
        sent = wasSent ? words["door.identity.sent"] : nil
        requestProblem = refused?.problem(at: .requestCode)
        givenName = refused?.entered("name") ?? ""
    }
}
