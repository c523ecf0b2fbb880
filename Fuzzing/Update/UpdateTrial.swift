import FoundationEssentials
import FuzzHarness
import PDFCore
import PDFSigning
import PDFText

/// One file taken through what becomes of an upload: layout or new fields, then one signature.
struct UpdateTrial {
    private let bytes: [UInt8]
    private let claim = SignatureClaim(name: "Signer", date: Date(timeIntervalSince1970: 0))
    private static let field = "p01"

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Throws where the file, rightly or not, is refused.
    func run() throws {
        let reader = try PDFReader(MemorySource(bytes))
        let treatment = try UploadInspector(reader).facts().treatment(isAlone: true)
        let ready = try made(ready: reader, isSigned: treatment == .keptSigned)
        let prepared = try SignerUpdate(fieldName: Self.field, claim: claim, contentsRoom: 64)
            .prepared(on: ready.context)
        let signed = try prepared.filled(with: [0x30, 0x00])
        // Only such files are updated in earnest: on others the update may well be unreadable.
        guard treatment == .kept || treatment == .keptSigned else { return }
        try check(bytes + ready.bytes + signed.bytes, grownFrom: reader)
    }

    private func made(ready reader: PDFReader, isSigned: Bool) throws -> RevisionDelta {
        if isSigned { return try SignatureFieldsUpdate(names: [Self.field]).made(on: reader) }
        let slot = LayoutUpdate.SignatureSlot(
            name: Self.field, page: .base(0), rect: Rectangle(x: 50, y: 50, width: 90, height: 30))
        let layout = LayoutUpdate(
            pages: [], slots: [slot],
            certification: LayoutUpdate.Certification(claim: claim, contentsRoom: 64))
        return try layout.prepared(on: reader).filled(with: [0x30, 0x00])
    }

    /// The result must be a file of two more revisions, the last of which a signature covers.
    private func check(_ result: [UInt8], grownFrom base: PDFReader) throws {
        guard let reader = try? PDFReader(MemorySource(result)) else {
            return require(false, "the update cannot be read")
        }
        require(reader.revisions.count == base.revisions.count + 2, "not two more revisions")
        let report = VerificationReport(of: MemorySource(result))
        let mine = report.signatures.first { $0.field == Self.field }
        require(mine?.coversWholeFile == true, "the signature does not cover its file")
        require(mine?.coverage.isEmpty == true, "the signature's coverage is disputed")
    }
}
