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

    /// Above everything, where there is no field to stand beside.
    func alert(isOpen: Bool) -> String? {
        isOpen && note.place != .page ? nil : note.text
    }
}
