import Domain
import HTTPCommon

/// What was sent with a form and refused, to be shown again. Secrets and files are not.
struct RefusedForm: Sendable {
    let note: RefusalNote
    let form: QueryItems?

    func problem(at place: RefusalNote.Place) -> String? {
        note.place == place ? note.text : nil
    }

    func entered(_ name: String) -> String? { (try? form?.first(name)) ?? nil }

    /// A long page is shown from its top: this leads to what is to be corrected.
    var correction: Correction? {
        note.place.anchor.map { Correction(text: note.text, anchor: $0) }
    }

    /// Above everything, where there is no field to stand beside.
    func alert(acts: Bool, hasDoor: Bool) -> String? {
        switch note.place {
        case .page: note.text
        case .access, .email, .password: hasDoor ? nil : note.text
        default: acts || hasDoor ? nil : note.text
        }
    }
}

extension RefusalNote.Place {
    /// The id of what stands on the signing page.
    fileprivate var anchor: String? {
        switch self {
        case .field(let id): "field-\(id)"
        case .attachment(let index): "attachment-\(index + 1)"
        case .requestCode: "request-problem"
        case .code: "code-problem"
        case .consent: "consent-problem"
        case .reason: "reason-problem"
        case .cms: "cms-problem"
        case .page, .access, .email, .password: nil
        }
    }
}
