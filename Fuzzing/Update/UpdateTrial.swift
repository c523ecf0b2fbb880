import FoundationEssentials
import FuzzHarness
import PDFCore
import PDFSigning
import PDFText

/// One file taken through what becomes of an upload: layout or new fields, then one signature.
struct UpdateTrial {
    let reader: PDFReader
    private static let field = "p01"

    static let claim = SignatureClaim(name: "Signer", date: Date(timeIntervalSince1970: 0))
    /// Stands for a CMS.
    static let container: [UInt8] = [0x30, 0x00]

    /// Throws where the file, rightly or not, is refused.
    func run() throws {
        let treatment = try UploadInspector(reader).facts().treatment(isAlone: true)
        let ready = try made(isSigned: treatment == .keptSigned)
        let prepared = try SignerUpdate(
            fieldName: Self.field, claim: Self.claim, contentsRoom: 64
        ).prepared(on: ready.context)
        let signed = try prepared.filled(with: Self.container)
        // Only such files are updated in earnest: on others the update may well be unreadable.
        guard treatment == .kept || treatment == .keptSigned else { return }
        try GrownFile(reader, [ready.bytes, signed.bytes]).check(lastSigned: Self.field)
    }

    private func made(isSigned: Bool) throws -> RevisionDelta {
        if isSigned { return try SignatureFieldsUpdate(names: [Self.field]).made(on: reader) }
        let slot = LayoutUpdate.SignatureSlot(
            name: Self.field, page: .base(0), rect: Rectangle(x: 50, y: 50, width: 90, height: 30))
        let layout = LayoutUpdate(
            pages: [], slots: [slot],
            certification: LayoutUpdate.Certification(claim: Self.claim, contentsRoom: 64))
        return try layout.prepared(on: reader).filled(with: Self.container)
    }
}
