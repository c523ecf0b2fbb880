import PDFCore
public import PDFText

/// One signer's incremental update, made from the revision's context alone.
///
/// It holds the fields that the signer fills, the signature field, their appearances, the signature
/// and nothing else: no catalog, no form, no page, so that every validator sees form filling and no
/// more. The signature locks all of the signer's fields, those left empty too.
public struct SignerUpdate {
    /// The fully qualified name of the signer's field.
    public var fieldName: String
    public var claim: SignatureClaim
    /// The most bytes the CMS may have.
    public var contentsRoom: Int
    /// What the signer enters; prefilled fields keep what they have unless told otherwise.
    public var filling: FormFilling
    /// PAdES, unless the CMS is made elsewhere.
    public var format = SignatureFormat.cades
    /// Draws what became known on signing into a visible field of this size; nil draws nothing.
    public var evidence: ((Size) throws -> ContentCanvas)?

    public init(
        fieldName: String, claim: SignatureClaim, contentsRoom: Int,
        filling: FormFilling = FormFilling(), evidence: ((Size) throws -> ContentCanvas)? = nil
    ) {
        self.fieldName = fieldName
        self.claim = claim
        self.contentsRoom = contentsRoom
        self.filling = filling
        self.evidence = evidence
    }

    /// The update on the revision of `context`, with a hole for the CMS.
    ///
    /// Throws ``SigningError/noOpenField(_:)`` if the field is absent or signed already,
    /// ``FormProblem`` for an entry that its field does not take, and what ``evidence`` throws.
    public func prepared(on context: RevisionContext) throws -> PreparedUpdate {
        var structure = context.structure
        let field = try structure.takeSignatureField(named: fieldName)
        let own = structure.takeFormFields(of: fieldName)
        let filled = try filling.filled(own)
        let canvas = try field.isVisible ? evidence?(field.size) : nil
        var update = IncrementalUpdate(after: structure.tail)
        let signature = update.allocate()
        // All at once, so that a typeface gets one subset at most.
        try structure.fonts.embed((filled?.blocks ?? []) + (canvas?.blocks ?? []), into: &update)
        try filled?.write(with: structure.fonts, into: &update)
        var dictionary = field.dictionary.value
        dictionary["V"] = .reference(signature)
        if let canvas {
            dictionary["AP"] = appearance(canvas, field.size, structure.fonts, &update)
        }
        update.set(field.id, to: .dictionary(dictionary))
        let value = SignatureDictionary(
            claim, format: format, transforms: locks(of: own, catalog: structure.catalog.id),
            contentsRoom: contentsRoom)
        return try PreparedUpdate(
            update, signature: signature, value, in: fieldName, after: context.digest,
            leaving: structure)
    }

    private func appearance(
        _ canvas: ContentCanvas, _ size: Size, _ fonts: FontShelf,
        _ update: inout IncrementalUpdate
    ) -> PDFObject {
        let id = update.allocate()
        let form = canvas.content(on: fonts).form(size)
        update.set(id, toStream: form.dictionary, body: form.body)
        return ["N": .reference(id)]
    }

    /// What the field's /Lock says stands in the signature too (ISO 32000-2 §12.8.2.4).
    private func locks(of fields: [OpenField], catalog: ObjectID) -> [SignatureTransform] {
        guard !fields.isEmpty else { return [] }
        return [.lock(.fieldLock(fields.map(\.name)), catalog: catalog)]
    }
}

extension OpenField {
    fileprivate var size: Size { Size(width: rect.width, height: rect.height) }
}
