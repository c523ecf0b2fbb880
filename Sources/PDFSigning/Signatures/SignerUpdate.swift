import PDFCore
public import PDFText

/// One signer's incremental update, made from the revision's context alone.
///
/// It holds the signer's own field, that field's appearance, the signature and nothing else: no
/// catalog, no form, no page, so that every validator sees form filling and no more.
public struct SignerUpdate {
    /// The fully qualified name of the signer's field.
    public var fieldName: String
    public var claim: SignatureClaim
    /// The most bytes the CMS may have.
    public var contentsRoom: Int
    /// Draws what became known on signing into a visible field of this size; nil draws nothing.
    public var evidence: ((Size) throws -> ContentCanvas)?

    public init(
        fieldName: String, claim: SignatureClaim, contentsRoom: Int,
        evidence: ((Size) throws -> ContentCanvas)? = nil
    ) {
        self.fieldName = fieldName
        self.claim = claim
        self.contentsRoom = contentsRoom
        self.evidence = evidence
    }

    /// The update on the revision of `context`, with a hole for the CMS.
    ///
    /// Throws ``SigningError/noOpenField(_:)`` if the field is absent or signed already, and what
    /// ``evidence`` throws.
    public func prepared(on context: RevisionContext) throws -> PreparedUpdate {
        var structure = context.structure
        let field = try structure.takeSignatureField(named: fieldName)
        var update = IncrementalUpdate(after: structure.tail)
        let signature = update.allocate()
        var dictionary = field.dictionary.value
        dictionary["V"] = .reference(signature)
        if let appearance = try drawn(in: field, fonts: &structure.fonts, into: &update) {
            dictionary["AP"] = ["N": .reference(appearance)]
        }
        update.set(field.id, to: .dictionary(dictionary))
        let value = SignatureDictionary(claim, certifying: nil, contentsRoom: contentsRoom)
        return try PreparedUpdate(
            update, signature: signature, value, in: fieldName, after: context.digest,
            leaving: structure)
    }

    /// The appearance of a visible field, nil for an invisible one.
    private func drawn(
        in field: OpenField, fonts: inout FontShelf, into update: inout IncrementalUpdate
    ) throws -> ObjectID? {
        guard let evidence, field.isVisible else { return nil }
        let size = Size(width: field.rect.width, height: field.rect.height)
        let id = update.allocate()
        let form = try evidence(size).content(on: &fonts, into: &update).form(size)
        update.set(id, toStream: form.dictionary, body: form.body)
        return id
    }
}
