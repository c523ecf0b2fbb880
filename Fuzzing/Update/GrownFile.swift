import FuzzHarness
import PDFCore
import PDFSigning

/// A file with the updates appended to it, read again by ourselves.
struct GrownFile {
    private let base: PDFReader
    private let bytes: [UInt8]
    private let updateCount: Int

    init(_ base: PDFReader, _ updates: [[UInt8]]) throws {
        self.base = base
        bytes = try base.source.read(0..<base.source.count) + updates.joined()
        updateCount = updates.count
    }

    /// One more revision for each update, the last of which is covered by the field's signature.
    func check(lastSigned field: String) {
        guard let reader = try? PDFReader(MemorySource(bytes)) else {
            return require(false, "the update cannot be read")
        }
        require(
            reader.revisions.count == base.revisions.count + updateCount,
            "not one revision for each update")
        let report = VerificationReport(of: MemorySource(bytes))
        let mine = report.signatures.first { $0.field == field }
        require(mine?.coversWholeFile == true, "the signature does not cover its file")
        require(mine?.coverage.isEmpty == true, "the signature's coverage is disputed")
    }
}
