import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit
import Testing

@Suite struct SigningSessionTests {
    private static let needsPython: Comment = "TAMGA_PYTHON names no Python with pyHanko"

    private func file(_ base: Base) async throws -> SignedFile {
        try SignedFile(try await base.bytes(in: try TemporaryFolder()))
    }

    @Test(
        "pyHanko finds an invisible signature good on every kind of base",
        .enabled(if: PyHankoJudge.isAvailable, needsPython), arguments: Base.allCases)
    func invisible(base: Base) async throws {
        var file = try await file(base)
        try file.sign()
        let verdicts = try await file.pyHanko()
        #expect(verdicts.count == 1)
        #expect(verdicts.filter { !$0.isGood } == [])
    }

    @Test(
        "three signatures in one go, two of them visible, are all good",
        .enabled(if: PyHankoJudge.isAvailable, needsPython), arguments: Base.allCases)
    func inOneGo(base: Base) async throws {
        var file = try await file(base)
        let stamp = try SignedFile.stamp()
        try file.sign(at: .visible(page: 0, SignedFile.corner), showing: stamp)
        let other = Rectangle(x: 300, y: 60, width: 120, height: 50)
        try file.sign(at: .visible(page: 0, other), showing: stamp)
        try file.sign()
        let verdicts = try await file.pyHanko()
        #expect(verdicts.count == 3)
        #expect(verdicts.filter { !$0.isGood } == [])
    }

    @Test(
        "a certification that allows filling leaves room for signatures without appearance",
        .enabled(if: PyHankoJudge.isAvailable, needsPython), arguments: Base.allCases)
    func certified(base: Base) async throws {
        var file = try await file(base)
        let stamp = try SignedFile.stamp()
        try file.sign(
            at: .visible(page: 0, SignedFile.corner), showing: stamp, certification: .formFilling)
        try file.sign()
        let verdicts = try await file.pyHanko()
        #expect(verdicts.filter { !$0.isGood } == [])
        #expect(verdicts.map(\.docmdpOK) == [true, true])
    }

    @Test(
        "locked fields leave the signatures good",
        .enabled(if: PyHankoJudge.isAvailable, needsPython),
        arguments: [FileSignature.Lock.own, .all])
    func locked(lock: FileSignature.Lock) async throws {
        var file = try await file(.form)
        try file.sign(at: .field("p01"), lock: lock)
        if lock == .own { try file.sign() }
        let verdicts = try await file.pyHanko()
        #expect(verdicts.count == (lock == .own ? 2 : 1))
        #expect(verdicts.filter { !$0.isGood } == [])
    }

    @Test("pdfsig and qpdf have nothing to say against it", arguments: Base.allCases)
    func otherJudges(base: Base) async throws {
        var file = try await file(base)
        try file.sign(
            at: .visible(page: 0, SignedFile.corner), showing: try SignedFile.stamp())
        try file.sign()
        let pdfsig = try await file.output(of: "pdfsig", ["-nocert"])
        #expect(pdfsig.output.ranges(of: "Signature is Valid").count == 2, "\(pdfsig.output)")
        let qpdf = try await file.output(of: "qpdf", ["--check"])
        #expect(qpdf.succeeded, "\(qpdf.output)\(qpdf.errors)")
    }

    @Test("our own verifier finds every signature intact", arguments: Base.allCases)
    func ownVerifier(base: Base) async throws {
        var file = try await file(base)
        try file.sign(
            at: .visible(page: 0, SignedFile.corner), showing: try SignedFile.stamp())
        try file.sign()
        let other = Rectangle(x: 300, y: 60, width: 120, height: 50)
        try file.sign(at: .visible(page: 0, other))
        let report = VerificationReport(of: MemorySource(try file.bytes))
        #expect(report.complaints == [])
        #expect(report.signatures.count == 3)
    }

    @Test("what a session knows after signing is what a reader of the bytes would know")
    func context() async throws {
        for base in Base.allCases {
            var file = try await file(base)
            try file.sign(at: .visible(page: 0, SignedFile.corner))
            try file.sign()
            let rebuilt = try RevisionContext(
                rebuildingFrom: PDFReader(MemorySource(try file.bytes)))
            #expect(file.session.context.agrees(withRebuilt: rebuilt), "\(base)")
        }
    }

    @Test("a stamp's objects come into a file once")
    func stampOnce() throws {
        var file = try SignedFile(SamplePDF.plain().bytes())
        let stamp = try SignedFile.stamp()
        try file.sign(at: .visible(page: 0, SignedFile.corner), showing: stamp)
        try file.sign(at: .visible(page: 0, SignedFile.corner), showing: stamp)
        #expect(file.session.updates[1].count < file.session.updates[0].count / 2)
    }

    @Test("a character that no font draws is an error before anything is signed")
    func unknownGlyph() {
        #expect(throws: PDFTextError.noGlyph("\u{FFFFE}")) {
            try SignedFile.stamp("\u{FFFFE}")
        }
    }
}
