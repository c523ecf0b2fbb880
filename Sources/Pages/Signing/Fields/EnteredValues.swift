import Domain
import HTTPCommon

/// What a sent form says of a signer's fields.
struct EnteredValues: Sendable {
    /// The page's own form names itself: only then is a box that is not sent an empty one.
    static let mark = "filled"

    /// Of a box that puts the company's registered stamp into a field, before the field's id.
    static let stampPrefix = "stamp."

    let linked: LinkedDocument
    let form: SentForm

    /// By the fields' ids. Fields of others are passed on to be refused by name.
    func values(_ ports: Ports) async throws -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        let fields = linked.document.fields(of: linked.recipient)
        for field in fields { values[field.id] = try await value(of: field, ports) }
        // A form's names are compared without regard to case.
        let own = Set(fields.map { Self.prefix + $0.id.lowercased() })
        for name in form.fields.names.subtracting(own) where name.hasPrefix(Self.prefix) {
            values[String(name.dropFirst(Self.prefix.count))] = .text("")
        }
        return values
    }

    private static let prefix = "field."

    private func value(of field: Field, _ ports: Ports) async throws -> FieldValue? {
        let text = try form.fields.first(Self.prefix + field.id)
        switch field.kind {
        case .text, .selectBox, .radio:
            if let text { return .text(text) }
            return try isFilled() ? .text("") : nil
        case .checkbox:
            if let text { return .tick(["true", "on", "1", "y"].contains(text.lowercased())) }
            return try isFilled() ? .tick(false) : nil
        case .stamp:
            if let shown = try form.fields.first(Self.stampPrefix + field.id) {
                return .picture(try await UseStamp(ports)(linked, shown: shown, for: field.id))
            }
            guard let upload = form.files.first(where: { $0.field == Self.prefix + field.id })
            else { return text.map(FieldValue.text) }
            return .picture(try await ReadPicture(ports)(upload.file.blob, for: field.id))
        }
    }

    private func isFilled() throws(Refusal) -> Bool { try form.fields.first(Self.mark) != nil }
}
