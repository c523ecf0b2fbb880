import PDFCore
import PDFText

/// A signature on a file in the making: the field it takes or adds, and what changes with it.
struct FileSignatureDraft {
    let signature: FileSignature
    var state: SigningSession.State
    var structure: RevisionStructure
    var update: IncrementalUpdate

    /// A field to be signed, not yet written.
    struct Target {
        var field: OpenField
        var isNew: Bool
        /// Where the field's only widget is an object of its own.
        var widget: StoredObject?
        /// The page as shown; nil if the field shows nothing.
        var page: ShownPage?
    }

    init(
        _ signature: FileSignature, on structure: RevisionStructure, _ state: SigningSession.State
    ) throws {
        self.signature = signature
        self.state = state
        self.structure = structure
        update = IncrementalUpdate(after: structure.tail)
        try state.history.check(signature, isSigned: !structure.signatures.isEmpty)
    }

    mutating func prepared(
        contentsRoom: Int, after digest: SHA256State
    ) throws -> PreparedUpdate {
        let target = try target()
        let id = update.allocate()
        var dictionary = target.field.dictionary.value
        dictionary["V"] = .reference(id)
        if let appearance = appearance(in: target) {
            let drawn: PDFObject = ["N": .reference(appearance)]
            if var widget = target.widget {
                widget.dictionary.value["AP"] = drawn
                update.set(widget)
            } else {
                dictionary["AP"] = drawn
            }
        }
        let transforms = try transforms(of: target, &dictionary)
        update.set(target.field.id, to: .dictionary(dictionary))
        if signature.certification != nil { try certify(by: id) }
        state.history.add(signature, in: target.field.name)
        let value = SignatureDictionary(
            signature.claim, format: signature.format, transforms: transforms,
            contentsRoom: contentsRoom)
        return try PreparedUpdate(
            update, signature: id, value, in: target.field.name, after: digest,
            leaving: structure)
    }
}
