import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Bases of every structure that is kept as it is.
enum Base: String, CaseIterable, CustomTestStringConvertible {
    case table, stream, linearized, deepTree, form, compressedForm, comments

    var testDescription: String { rawValue }

    func bytes(in folder: TemporaryFolder) async throws -> [UInt8] {
        switch self {
        case .table: return SamplePDF.plain(pages: 2).bytes()
        case .comments: return SamplePDF.commented().bytes()
        case .deepTree: return SamplePDF.deepTree().bytes()
        case .form: return SamplePDF.form().bytes()
        case .stream:
            return try await rewritten(["--object-streams=generate"], in: folder)
        case .linearized: return try await rewritten(["--linearize"], in: folder)
        case .compressedForm:
            return try await rewritten(
                ["--object-streams=generate"], SamplePDF.form(), in: folder)
        }
    }

    private func rewritten(
        _ options: [String], _ sample: SamplePDF = .plain(pages: 3), in folder: TemporaryFolder
    ) async throws -> [UInt8] {
        let plain = try folder.write(sample.bytes(), as: "plain.pdf")
        try await OutsideTool.qpdf(options, from: plain, to: folder.file("base.pdf"))
        return try folder.read("base.pdf")
    }
}

@Suite struct CeremonyTests {
    private static let needsPython: Comment = "TAMGA_PYTHON names no Python with pyHanko"

    private func signed(_ base: Base, by count: Int) async throws -> (Ceremony, TemporaryFolder) {
        let folder = try TemporaryFolder()
        var ceremony = try Ceremony(base: try await base.bytes(in: folder), signers: count)
        for index in 0..<count { try ceremony.sign(index) }
        try folder.write(ceremony.file, as: "signed.pdf")
        try folder.write(try ceremony.pki.root.der, as: "root.der")
        return (ceremony, folder)
    }

    @Test(
        "pyHanko finds every signature good on every kind of base",
        .enabled(if: PyHankoJudge.isAvailable, needsPython), arguments: Base.allCases)
    func pyHankoAgrees(base: Base) async throws {
        let (ceremony, folder) = try await signed(base, by: 3)
        let verdicts = try await PyHankoJudge.verdicts(
            on: folder.file("signed.pdf"), trusting: [folder.file("root.der")])
        #expect(verdicts.map(\.field) == ["certification"] + ceremony.names)
        #expect(verdicts.filter { !$0.isGood } == [])
        #expect(verdicts.map(\.docmdpOK) == Array(repeating: true, count: 4))
    }

    @Test(
        "ten signers on one document leave eleven good signatures",
        .enabled(if: PyHankoJudge.isAvailable, needsPython))
    func tenSigners() async throws {
        let (_, folder) = try await signed(.table, by: 10)
        let verdicts = try await PyHankoJudge.verdicts(
            on: folder.file("signed.pdf"), trusting: [folder.file("root.der")])
        #expect(verdicts.count == 11)
        #expect(verdicts.filter { !$0.isGood } == [])
    }

    @Test("pdfsig finds every signature valid", arguments: Base.allCases)
    func pdfsigAgrees(base: Base) async throws {
        let (_, folder) = try await signed(base, by: 2)
        let answer = try await OutsideTool.run("pdfsig", ["-nocert", folder.file("signed.pdf")])
        #expect(answer.output.ranges(of: "Signature is Valid").count == 3, "\(answer.output)")
    }

    @Test("mutool finds every signature valid", arguments: Base.allCases)
    func mutoolAgrees(base: Base) async throws {
        let (_, folder) = try await signed(base, by: 2)
        let answer = try await OutsideTool.run("mutool", ["sign", "-v", folder.file("signed.pdf")])
        // The last signature finds the document unchanged, the others valid with later edits.
        #expect(answer.output.ranges(of: "The signature is valid").count == 2)
        #expect(answer.output.ranges(of: "The document is unchanged").count == 1)
    }

    @Test("qpdf finds nothing to complain about", arguments: Base.allCases)
    func qpdfAgrees(base: Base) async throws {
        let (_, folder) = try await signed(base, by: 2)
        let answer = try await OutsideTool.run("qpdf", ["--check", folder.file("signed.pdf")])
        #expect(answer.succeeded, "\(answer.output)\(answer.errors)")
    }

    @Test("a signer's update stays under nine kilobytes")
    func updateSize() async throws {
        let (ceremony, _) = try await signed(.table, by: 3)
        for update in ceremony.parts.dropFirst(2) {
            #expect(update.count <= 9 * 1024)
        }
    }

    @Test("the size of a signer's update does not depend on the size of the base")
    func updateSizeOnLargeBase() async throws {
        var small = try Ceremony(base: SamplePDF.plain(pages: 1).bytes(), signers: 1)
        var large = try Ceremony(base: SamplePDF.plain(pages: 300).bytes(), signers: 1)
        let difference = try large.sign(0).count - small.sign(0).count
        #expect(abs(difference) < 200)
    }

    @Test("a context rebuilt from the bytes says the same as the one carried along")
    func rebuiltContext() async throws {
        let (ceremony, _) = try await signed(.form, by: 2)
        let reader = try PDFReader(MemorySource(ceremony.file))
        let rebuilt = try RevisionContext(rebuildingFrom: reader)
        #expect(ceremony.context.agrees(withRebuilt: rebuilt))
    }

    @Test("signing goes on from a rebuilt context")
    func signingFromRebuiltContext() async throws {
        var ceremony = try Ceremony(base: SamplePDF.plain().bytes(), signers: 2)
        try ceremony.sign(0)
        try ceremony.forgetContext()
        try ceremony.sign(1)
        let folder = try TemporaryFolder()
        let path = try folder.write(ceremony.file, as: "signed.pdf")
        let answer = try await OutsideTool.run("pdfsig", ["-nocert", path])
        #expect(answer.output.ranges(of: "Signature is Valid").count == 3, "\(answer.output)")
    }

    @Test("a field cannot be signed twice")
    func signedTwice() throws {
        var ceremony = try Ceremony(base: SamplePDF.plain().bytes(), signers: 1)
        try ceremony.sign(0)
        #expect(throws: SigningError.noOpenField("p01")) { try ceremony.sign(0) }
    }

    @Test("a prepared update that was stored in between is filled all the same")
    func storedInBetween() throws {
        let base = try PDFReader(MemorySource(SamplePDF.plain().bytes()))
        let update = try Ceremony.layout(["p01"]).prepared(on: base)
        let stored = try JSONEncoder().encode(update)
        let restored = try JSONDecoder().decode(PreparedUpdate.self, from: stored)
        #expect(restored == update)
        #expect(stored.count < 2 * update.delta.count + 4096)
    }

    @Test("a context of another format is refused by its number")
    func otherFormat() throws {
        #expect(throws: SigningError.unknownContextFormat(0)) {
            try RevisionContext(encoded: Array(#"{"format":0,"context":null}"#.utf8))
        }
    }

    @Test("a CMS larger than its room is refused with both sizes")
    func roomExceeded() throws {
        let base = try PDFReader(MemorySource(SamplePDF.plain().bytes()))
        let update = try Ceremony.layout(["p01"]).prepared(on: base)
        #expect(throws: SigningError.roomExceeded(measured: 3001, room: 3000)) {
            try update.filled(with: [UInt8](repeating: 0, count: 3001))
        }
    }
}
