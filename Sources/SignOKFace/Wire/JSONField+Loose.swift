import Domain
import HTTPCommon

extension JSONField {
    /// A text; a number counts as it is spelled, and an empty text as absent.
    func looseText() throws(Refusal) -> String? {
        switch value {
        case .null: nil
        case .string(let text): text.isEmpty ? nil : text
        case .number(let spelling): spelling
        default: throw malformed
        }
    }
}
