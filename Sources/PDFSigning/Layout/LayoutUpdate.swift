public import PDFCore
public import PDFText

/// The update that makes an unsigned document ready: forms flattened, certificate pages appended,
/// one signature field per signer, everything certified.
///
/// After it a signer changes only their own field (``SignerUpdate``).
public struct LayoutUpdate: Sendable {
    /// A page to append.
    public struct NewPage: Sendable {
        public var size: Size
        public var canvas: ContentCanvas

        public init(size: Size = .a4, canvas: ContentCanvas) {
            self.size = size
            self.canvas = canvas
        }
    }

    /// Where a signer's widget lies.
    public struct SignatureSlot: Hashable, Sendable {
        public enum Page: Hashable, Sendable {
            /// A page of the base, counted from 0.
            case base(Int)
            /// One of the appended pages, counted from 0.
            case appended(Int)
        }

        /// A partial name without a period, see ``FieldNames``.
        public var name: String
        public var page: Page
        public var rect: Rectangle

        public init(name: String, page: Page, rect: Rectangle) {
            self.name = name
            self.page = page
            self.rect = rect
        }
    }

    /// The signature that certifies the layout, in an invisible field of its own.
    public struct Certification: Sendable {
        public var fieldName: String
        public var claim: SignatureClaim
        public var level: CertificationLevel
        /// The most bytes the CMS may have.
        public var contentsRoom: Int

        public init(
            claim: SignatureClaim, contentsRoom: Int, level: CertificationLevel = .formFilling,
            fieldName: String = "certification"
        ) {
            self.claim = claim
            self.contentsRoom = contentsRoom
            self.level = level
            self.fieldName = fieldName
        }
    }

    public var pages: [NewPage]
    public var slots: [SignatureSlot]
    /// What the signers fill.
    public var form: [FormSlot]
    /// BCP 47; decides between fonts of shared scripts where prefilled texts are set.
    public var language: String
    public var certification: Certification
    /// What signers will draw later: its glyphs are embedded now, once for all.
    public var reserved: [TextBlock]

    public init(
        pages: [NewPage], slots: [SignatureSlot], form: [FormSlot] = [], language: String = "en",
        certification: Certification, reserved: [TextBlock] = []
    ) {
        self.pages = pages
        self.slots = slots
        self.form = form
        self.language = language
        self.certification = certification
        self.reserved = reserved
    }

    /// A layout whose new pages are a sheet; each field lies in the slot of one of its entries.
    ///
    /// Throws ``SigningError/noSuchEntry(_:)`` for a key that the sheet does not have.
    public init(
        sheet: SheetPages, fields: [(name: String, entry: String)], form: [FormSlot] = [],
        language: String = "en", certification: Certification, reserved: [TextBlock] = []
    ) throws(SigningError) {
        var slots: [SignatureSlot] = []
        for field in fields {
            guard let slot = sheet.slots[field.entry] else { throw .noSuchEntry(field.entry) }
            slots.append(
                SignatureSlot(name: field.name, page: .appended(slot.page), rect: slot.area))
        }
        self.init(
            pages: sheet.pages.map { NewPage(size: sheet.size, canvas: $0) }, slots: slots,
            form: form, language: language, certification: certification, reserved: reserved)
    }

    /// The update on the newest revision of `reader`, with a hole for the certification's CMS.
    ///
    /// - Parameter hashed: SHA-256 at the end of the base, if known; else the base is read for it.
    /// - Throws: ``SigningError``, ``FormProblem``, `PDFTextError`, and `PDFError` for what the
    ///   base has wrong.
    public func prepared(
        on reader: PDFReader, hashed: SHA256State? = nil
    ) throws -> PreparedUpdate {
        let fields = try reader.fields()
        try check(fields, of: reader)
        let form = try FormPlan(
            form, owners: slots.map(\.name),
            avoiding: fields.map(\.name) + slots.map(\.name) + [certification.fieldName])
        var draft = try LayoutDraft(reader)
        try draft.flattenForm()
        try append(form, to: &draft)
        let page = pages.isEmpty ? 0 : draft.pages.count
        let field = try draft.addSignatureField(certification.fieldName, page: page)
        let signature = draft.update.allocate()
        let structure = try draft.write(certification: field, signature: signature)
        let value = SignatureDictionary(
            certification.claim, certifying: certification.level,
            contentsRoom: certification.contentsRoom)
        return try PreparedUpdate(
            draft.update, signature: signature, value, in: certification.fieldName,
            after: try hashed ?? SHA256State(of: reader.source), leaving: structure)
    }

    private func check(_ fields: [FormField], of reader: PDFReader) throws {
        guard !reader.isEncrypted else { throw SigningError.unsuitableBase("encrypted") }
        let signed = try fields.first {
            try $0.type == "Sig" && reader.optionalDictionary($0.value) != nil
        }
        if let signed { throw SigningError.unsuitableBase("field \(signed.name) is signed") }
        let names = slots.map(\.name) + [certification.fieldName]
        try FieldNames.check(names, against: fields.map(\.name))
    }

    private func append(_ form: FormPlan, to draft: inout LayoutDraft) throws {
        try draft.embed(
            pages.flatMap(\.canvas.blocks) + reserved + form.reserved(language: language))
        for page in pages { try draft.append(page) }
        for slot in slots {
            try draft.addSignatureField(
                slot.name, rect: LayoutDraft.corners(of: slot.rect),
                page: draft.number(of: slot.page), locking: form.names(of: slot.name))
        }
        for widget in form.widgets { try draft.addFormField(widget) }
    }
}
