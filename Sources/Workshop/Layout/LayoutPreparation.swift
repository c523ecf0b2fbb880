import Domain
import Evidence
import FoundationEssentials
import PDFCore
import PDFSigning
import PDFText

/// Makes the base of a round and the update that prepares it for signing.
struct LayoutPreparation: Codable, Sendable {
    /// The uploads in order.
    let files: [String]
    /// The only upload stays as it is, byte for byte.
    let keepsUpload: Bool
    let isSigned: Bool
    let certificate: CertificateContent
    /// What the signers fill.
    let fields: [Field]
    let certificationRoom: Int
    let output: LayoutFiles

    /// What is told of the files that were left in ``output``.
    struct Result: Codable, Sendable {
        let isCertified: Bool
        /// The signers' fields, in their order.
        let fields: [String]
    }

    func prepare() throws -> Result {
        if isSigned, let field = fields.first { throw FieldTrouble(field.id, .signedUpload) }
        if !keepsUpload { try Normalisation(files: files, output: output.base).run() }
        let reader = try PDFReader(FileSource(path: keepsUpload ? files[0] : output.base))
        let names = FieldNames.make(
            certificate.signers.count, avoiding: try reader.fields().map(\.name))
        if isSigned {
            try addFields(names, to: reader)
        } else {
            try layOut(names, on: reader)
        }
        return Result(isCertified: !isSigned, fields: names)
    }

    /// Nothing but invisible fields may be added to a signed file. What its certificate, drawn
    /// when all have signed, could not print is told now.
    private func addFields(_ names: [String], to reader: PDFReader) throws {
        _ = try Typesetter().pages(of: CertificateSheet(certificate).sheet)
        let delta = try SignatureFieldsUpdate(names: names).made(on: reader)
        try output.write(update: delta.bytes, plan: try delta.context.encoded())
    }

    private func layOut(_ names: [String], on reader: PDFReader) throws {
        let typesetter = Typesetter()
        let sheet = CertificateSheet(certificate)
        let entries = names.enumerated().map { index, name in
            (name: name, entry: CertificateSheet.key(ofSigner: index))
        }
        let update = try LayoutUpdate(
            sheet: try typesetter.pages(of: sheet.sheet), fields: entries,
            form: try form(of: names, on: reader), language: certificate.language.rawValue,
            certification: sheet.certification(of: certificate.sentAt, room: certificationRoom),
            reserved: try sheet.reserved(by: typesetter) + alphabet(by: typesetter)
        ).prepared(on: reader)
        try output.write(update: update.delta, plan: try update.encodedPlan())
    }
}

extension LayoutPreparation {
    private func form(of names: [String], on reader: PDFReader) throws -> [FormSlot] {
        guard !fields.isEmpty else { return [] }
        let pages = 1...max(1, try reader.pages().count)
        if let stray = fields.first(where: { !$0.places.allSatisfy { pages.contains($0.page) } }) {
            throw FieldTrouble(stray.id, .outsidePage)
        }
        let owners = Dictionary(
            uniqueKeysWithValues: zip(certificate.signers.map(\.position), names))
        return try fields.map { try $0.slot(owners: owners) }
    }

    private func alphabet(by typesetter: Typesetter) throws -> [TextBlock] {
        let hasText = fields.contains { if case .text = $0.kind { true } else { false } }
        return hasText ? try FieldAlphabet(certificate.language).reserved(by: typesetter) : []
    }
}

/// Where a child leaves what it has made.
struct LayoutFiles: Codable, Sendable {
    let folder: String

    var base: String { "\(folder)/base.pdf" }
    var update: String { "\(folder)/update" }
    var plan: String { "\(folder)/plan" }

    func write(update bytes: [UInt8], plan planBytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: update))
        try Data(planBytes).write(to: URL(filePath: plan))
    }

    func readUpdate() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: update))) }
    func readPlan() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: plan))) }
}
