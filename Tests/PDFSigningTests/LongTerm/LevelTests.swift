import CMS
import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite struct LevelTests {
    private static let needsPython: Comment = "TAMGA_PYTHON names no Python with pyHanko"

    private func file(_ base: Base) async throws -> (SignedFile, TestAuthority) {
        let file = try SignedFile(try await base.bytes(in: try TemporaryFolder()))
        return (file, try TestAuthority(of: file.pki))
    }

    private func longTerm(_ base: Base) async throws -> (SignedFile, TestAuthority) {
        var (file, authority) = try await file(base)
        try await file.sign(timestampedBy: authority.source())
        var collector = try authority.collector()
        try await file.session.addEvidence(from: &collector)
        try await file.session.timestamp(by: authority.source())
        return (file, authority)
    }

    @Test(
        "pyHanko finds signature and document timestamp good at B-LTA on every kind of base",
        .enabled(if: PyHankoJudge.isAvailable, needsPython), arguments: Base.allCases)
    func pyHankoAgrees(base: Base) async throws {
        let (file, _) = try await longTerm(base)
        let verdicts = try await file.pyHanko()
        #expect(verdicts.map(\.kind).sorted() == ["signature", "timestamp"])
        #expect(verdicts.filter { !$0.isGood } == [])
        #expect(Set(try await file.longTermIndications().values) == ["PASSED"])
    }

    @Test("our own report calls it B-LTA and TOTAL-PASSED", arguments: Base.allCases)
    func ownReport(base: Base) async throws {
        let (file, _) = try await longTerm(base)
        let policy = ValidationPolicy(
            anchors: try TrustAnchors(files: [try file.pki.root.der]), revocation: .always)
        let report = ValidationReport(
            of: MemorySource(try file.bytes), under: policy,
            at: Ceremony.started.addingTimeInterval(7200))
        #expect(report.isPassed, "\(report.signatures.flatMap(\.details))")
        #expect(report.signatures.map(\.level) == [.lta])
    }

    @Test("after B-LTA another may sign, and the file is renewed")
    func renewal() async throws {
        var (file, authority) = try await longTerm(.table)
        file.session = try SigningSession(MemorySource(try file.bytes))
        try file.sign()
        var collector = try authority.collector()
        try await file.session.extend(with: &collector, timestampedBy: authority.source())
        #expect(file.session.context.structure.signatures.count == 4)
        let report = VerificationReport(of: MemorySource(try file.bytes))
        #expect(report.complaints == [])
        guard PyHankoJudge.isAvailable else { return }
        let verdicts = try await file.pyHanko()
        #expect(verdicts.count == 4)
        #expect(verdicts.filter { !$0.isGood } == [])
    }

    @Test("a signer's update with chain and timestamp stays under fourteen kilobytes")
    func updateSize() async throws {
        let ceremony = try Ceremony(base: SamplePDF.plain().bytes(), signers: 1)
        let source = try TestAuthority(of: ceremony.pki).source()
        let holder = ceremony.signers[0]
        let signer = try CAdESSigner(
            certificate: holder.der, chain: [ceremony.pki.issuing.der],
            key: PrivateKey(holder.key))
        var update = Ceremony.update("p01", number: 1)
        update.contentsRoom = signer.contentsRoom(timestampedBy: source)
        let prepared = try update.prepared(on: ceremony.context)
        let container = try await signer.sign(
            messageDigest: prepared.digest, timestampedBy: source)
        #expect(try prepared.filled(with: container).bytes.count <= 14 * 1024)
    }

    @Test("a token larger than expected makes signing begin again once")
    func smallRoom() async throws {
        var (file, authority) = try await file(.table)
        try await file.sign(timestampedBy: authority.source(room: 100))
        try await file.session.timestamp(by: authority.source(room: 100))
        #expect(VerificationReport(of: MemorySource(try file.bytes)).complaints == [])
        #expect(file.session.context.structure.signatures.count == 2)
    }

    @Test("a timestamp over other bytes is not embedded")
    func foreignTimestamp() async throws {
        var (file, authority) = try await file(.table)
        let source = TokenSource { [authority] _ in
            try authority.token(over: [UInt8](repeating: 7, count: 32))
        }
        await #expect(throws: SigningError.foreignTimestamp) {
            try await file.sign(timestampedBy: source)
        }
        #expect(file.session.updates.isEmpty)
    }

    @Test("without a revocation list nothing is added, and the error names the certificate")
    func missingEvidence() async throws {
        var (file, authority) = try await file(.table)
        try file.sign()
        var collector = try EvidenceCollector(
            known: ValidationData(certificates: authority.evidence.certificates),
            at: Ceremony.started)
        let before = file.session.byteCount
        await #expect(throws: SigningError.self) {
            try await file.session.addEvidence(from: &collector)
        }
        #expect(file.session.byteCount == before)
    }

    @Test("a certification without changes still takes validation data and document timestamps")
    func certified() async throws {
        var (file, authority) = try await file(.stream)
        try file.sign(certification: .noChanges)
        var collector = try authority.collector()
        try await file.session.extend(with: &collector, timestampedBy: authority.source())
        #expect(VerificationReport(of: MemorySource(try file.bytes)).complaints == [])
        guard PyHankoJudge.isAvailable else { return }
        #expect(try await file.pyHanko().filter { !$0.isGood } == [])
    }

    @Test("what a session knows at B-LTA is what a reader of the bytes would know")
    func context() async throws {
        for base in Base.allCases {
            let (file, _) = try await longTerm(base)
            let rebuilt = try RevisionContext(
                rebuildingFrom: PDFReader(MemorySource(try file.bytes)))
            #expect(file.session.context.agrees(withRebuilt: rebuilt), "\(base)")
        }
    }
}

extension SignedFile {
    mutating func sign(timestampedBy source: TokenSource) async throws {
        try await session.sign(FileSignature(Self.claim), by: signer, timestampedBy: source)
    }
}
