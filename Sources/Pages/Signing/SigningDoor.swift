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

    let explanation: String
    let question: Question?
    let problem: String?
}

extension SigningDoor {
    /// `nil` where the door is open, and where nothing is behind it.
    init?(_ linked: LinkedDocument, refused: RefusedForm?, words: Words) {
        guard linked.recipient.turn?.isReached == true, linked.document.state.status != .deleted,
            let step = linked.pass.missing(of: linked.recipient.access)
        else { return nil }
        explanation = words["door.\(step.rawValue).explain"]
        question = Question(step, words)
        problem = refused?.problem(at: .access)
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
