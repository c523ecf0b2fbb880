import PDFCore

/// The update that puts a document timestamp over all that precedes it: PAdES B-LTA
/// (ISO 32000-2 §12.8.5; EN 319 142-1 §5.4.3). Made from the revision's context alone.
///
/// Its ``PreparedUpdate/digest`` is the imprint that the timestamp authority signs, and the token
/// (a DER ContentInfo) fills it.
public struct DocumentTimestampUpdate: Sendable {
    /// The name of the new, invisible field, unlike every other.
    public var fieldName: String
    /// The most bytes the token may have.
    public var contentsRoom: Int
    /// The head of the document's audit trail, kept in the private entry /TMGA_AuditHead.
    public var auditHead: [UInt8]?

    public init(fieldName: String, contentsRoom: Int, auditHead: [UInt8]? = nil) {
        self.fieldName = fieldName
        self.contentsRoom = contentsRoom
        self.auditHead = auditHead
    }

    /// The first name of a series that no signature in the revision bears.
    public static func freeName(in context: RevisionContext) -> String {
        let structure = context.structure
        let taken =
            structure.signatures.map(\.field) + structure.signatureFields.map(\.name)
            + structure.formFields.map(\.name)
        return FieldNames.numbered("Timestamp", avoiding: Set(taken))
    }

    /// The update on the revision of `context`, with a hole for the token.
    ///
    /// Throws ``SigningError/fieldNameTaken(_:)``, or ``SigningError/noSuchPage(_:)`` for a
    /// document without pages.
    public func prepared(on context: RevisionContext) throws -> PreparedUpdate {
        var structure = context.structure
        let isTaken =
            structure.signatures.contains { $0.field == fieldName }
            || structure.signatureFields.contains { $0.name == fieldName }
        guard !isTaken else { throw SigningError.fieldNameTaken(fieldName) }
        var update = IncrementalUpdate(after: structure.tail)
        let field = try structure.addInvisibleField(named: fieldName, in: &update)
        let signature = update.allocate()
        var dictionary = field.dictionary.value
        dictionary["V"] = .reference(signature)
        update.set(field.id, to: .dictionary(dictionary))
        var details: PDFDictionary = [:]
        details["TMGA_AuditHead"] = auditHead.map(PDFObject.string)
        return try PreparedUpdate(
            update, signature: signature,
            SignatureDictionary(timestampWith: details, contentsRoom: contentsRoom),
            in: fieldName, after: context.digest, leaving: structure)
    }
}
