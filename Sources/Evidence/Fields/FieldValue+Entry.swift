public import Domain
import FoundationEssentials
public import PDFSigning
public import PDFText

extension FormEntry {
    /// `nil` for a picture that is not at hand, or was not read by this version.
    public init?(_ value: FieldValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .tick(let isTicked): self = .tick(isTicked)
        case .picture(let picture):
            guard let read = picture.read else { return nil }
            self = .picture(read)
        case .stored: return nil
        }
    }
}

extension FormFilling {
    /// What a recipient enters. Throws ``FieldTrouble`` for a picture that cannot be read.
    public init(
        _ values: [String: FieldValue], in language: Language, by typesetter: Typesetter
    ) throws(FieldTrouble) {
        var entries: [String: FormEntry] = [:]
        for (field, value) in values {
            guard let entry = FormEntry(value) else { throw FieldTrouble(field, .unusablePicture) }
            entries[field] = entry
        }
        self.init(entries, language: language.rawValue, typesetter: typesetter)
    }
}

extension FieldPicture {
    public init(_ picture: Picture) throws {
        self.init(try JSONEncoder().encode(picture))
    }

    fileprivate var read: Picture? { try? JSONDecoder().decode(Picture.self, from: data) }
}
