import CMS
import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Sealing as a server does it: from the stored context alone.
@Suite struct SealTests {
    private static let needsPython: Comment = "TAMGA_PYTHON names no Python with pyHanko"
    private static let auditHead = [UInt8](0..<32)

    /// A ceremony whose signers have signed, and the update parts that seal it.
    private func sealed(_ base: Base) async throws -> (Ceremony, sealed: [UInt8]) {
        try await sealed(try await base.bytes(in: TemporaryFolder()))
    }

    private func sealed(_ base: [UInt8]) async throws -> (Ceremony, sealed: [UInt8]) {
        var ceremony = try Ceremony(base: base, signers: 3)
        for index in 0..<3 { try ceremony.sign(index) }
        let authority = try TestAuthority(of: ceremony.pki)
        let stored = try RevisionContext(encoded: ceremony.context.encoded())
        var collector = try authority.collector()
        var data: [String: ValidationData] = [:]
        for (name, holder) in zip(ceremony.names, ceremony.signers) {
            data[name] = try await collector.evidence(for: EmbeddedCertificate(der: holder.der))
        }
        let store = try SecurityStoreUpdate(data: data).made(on: stored)
        let stamp = try DocumentTimestampUpdate(
            fieldName: DocumentTimestampUpdate.freeName(in: store.context),
            contentsRoom: 4000, auditHead: Self.auditHead
        ).prepared(on: store.context)
        let end = try stamp.signed { try authority.token(over: $0) }
        return (ceremony, ceremony.file + store.bytes + end.bytes)
    }

    @Test(
        "pyHanko finds every signature and the document timestamp good",
        .enabled(if: PyHankoJudge.isAvailable, needsPython), arguments: Base.allCases)
    func pyHankoAgrees(base: Base) async throws {
        try await expectGood(try await sealed(base))
    }

    @Test(
        "a comment that stands in the first page's list outlives the seal",
        .enabled(if: PyHankoJudge.isAvailable, needsPython))
    func commentInList() async throws {
        try await expectGood(try await sealed(SamplePDF.commented(inList: true).bytes()))
    }

    private func expectGood(_ document: (Ceremony, sealed: [UInt8])) async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(document.sealed, as: "sealed.pdf")
        let root = try folder.write(try document.0.pki.root.der, as: "root.der")
        let verdicts = try await PyHankoJudge.verdicts(on: path, trusting: [root])
        #expect(verdicts.count == 5)
        #expect(verdicts.filter { !$0.isGood } == [])
    }

    @Test("the audit head stands in the document timestamp, as a string of hexadecimal digits")
    func auditHead() async throws {
        let (_, bytes) = try await sealed(.table)
        let digits = "<000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F>"
        #expect(bytes.firstRange(of: Array("/TMGA_AuditHead\(digits)".utf8)) != nil)
        let report = VerificationReport(of: MemorySource(bytes))
        #expect(report.complaints == [])
        #expect(report.signatures.last?.auditHead == Self.auditHead)
    }

    @Test("a value that several signatures need comes into the file once")
    func sharedValues() async throws {
        let (ceremony, bytes) = try await sealed(.table)
        let tail = Array(bytes[ceremony.file.count...])
        let lists = tail.ranges(of: Array("/Certs[".utf8))
        let start = try #require(lists.first?.upperBound)
        let end = try #require(tail[start...].firstIndex(of: UInt8(ascii: "]")))
        // Three signers, the issuing authority, the root.
        #expect(tail[start..<end].count { $0 == UInt8(ascii: "R") } == 5)
    }

    @Test("data for a field without signature is refused by its name")
    func noSignature() throws {
        let ceremony = try Ceremony(base: SamplePDF.plain().bytes(), signers: 1)
        let update = SecurityStoreUpdate(data: ["p01": ValidationData()])
        #expect(throws: SigningError.noSignature("p01")) {
            try update.made(on: ceremony.context)
        }
    }

    @Test("a timestamp's field must be new")
    func takenName() throws {
        var ceremony = try Ceremony(base: SamplePDF.plain().bytes(), signers: 1)
        try ceremony.sign(0)
        let update = DocumentTimestampUpdate(fieldName: "p01", contentsRoom: 4000)
        #expect(throws: SigningError.fieldNameTaken("p01")) {
            try update.prepared(on: ceremony.context)
        }
    }
}
