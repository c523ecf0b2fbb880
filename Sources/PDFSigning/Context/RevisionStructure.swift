public import PDFCore
public import PDFText

/// What a later update needs to know of a revision's objects.
public struct RevisionStructure: Codable, Hashable, Sendable {
    /// Length, cross-reference, root and identifier.
    public var tail: RevisionTail
    /// The signature fields without a signature, in the form's order.
    public var signatureFields: [OpenField]
    /// The fields that signers who have not signed yet will fill, in the form's order.
    public var formFields: [OpenField]
    /// The signatures, document timestamps among them, by the names of their fields.
    public var signatures: [SignatureRecord]
    public var catalog: StoredObject
    /// Nil where the form is not an indirect object of its own.
    public var acroForm: StoredObject?
    /// The form's /Fields where that is an object of its own.
    public var fieldList: StoredList?
    /// Nil for a document without pages.
    public var firstPage: AnnotatedPage?
    /// Nil if the document has no validation data.
    public var securityStore: SecurityStore?
    /// The fonts embedded so far. They only save bytes: an empty shelf embeds its glyphs anew.
    public var fonts: FontShelf

    public init(
        tail: RevisionTail, signatureFields: [OpenField], formFields: [OpenField] = [],
        signatures: [SignatureRecord] = [], catalog: StoredObject, acroForm: StoredObject?,
        fieldList: StoredList? = nil, firstPage: AnnotatedPage?,
        securityStore: SecurityStore? = nil, fonts: FontShelf
    ) {
        self.tail = tail
        self.signatureFields = signatureFields
        self.formFields = formFields
        self.signatures = signatures
        self.catalog = catalog
        self.acroForm = acroForm
        self.fieldList = fieldList
        self.firstPage = firstPage
        self.securityStore = securityStore
        self.fonts = fonts
    }

    /// Removes and returns the open signature field of this name.
    mutating func takeSignatureField(named name: String) throws(SigningError) -> OpenField {
        guard let index = signatureFields.firstIndex(where: { $0.name == name }) else {
            throw .noOpenField(name)
        }
        return signatureFields.remove(at: index)
    }

    /// Removes and returns the fields that this signer fills, in the form's order.
    mutating func takeFormFields(of owner: String) -> [OpenField] {
        var (own, others): ([OpenField], [OpenField]) = ([], [])
        for field in formFields {
            if FormTerms.owner(of: field.dictionary.value) == owner {
                own.append(field)
            } else {
                others.append(field)
            }
        }
        formFields = others
        return own
    }
}

/// An object by its number, with its current content.
public struct StoredObject: Codable, Hashable, Sendable {
    public var id: ObjectID
    public var dictionary: StoredDictionary

    public init(_ id: ObjectID, _ dictionary: PDFDictionary) {
        self.id = id
        self.dictionary = StoredDictionary(dictionary)
    }
}

extension IncrementalUpdate {
    mutating func set(_ object: StoredObject) {
        set(object.id, to: .dictionary(object.dictionary.value))
    }
}
