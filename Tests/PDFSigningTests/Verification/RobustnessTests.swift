import PDFCore
import PDFSigning
import Synchronization
import TamgaTestKit
import Testing

@Suite struct RobustnessTests {
    /// The same numbers in every run (SplitMix64).
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
            return value ^ value >> 31
        }
    }

    private func mutated(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...12, using: &chance) {
            let place = Int.random(in: 0..<bytes.count, using: &chance)
            let end = min(bytes.count, place + Int.random(in: 1...64, using: &chance))
            switch Int.random(in: 0..<6, using: &chance) {
            case 0: bytes[place] = .random(in: 0...255, using: &chance)
            case 1:
                bytes[place] =
                    [0x3C, 0x3E, 0x5B, 0x28, 0x2F, 0x25].randomElement(using: &chance) ?? 0
            case 2: bytes.removeSubrange(place..<end)
            case 3:
                bytes.insert(
                    contentsOf: bytes[place..<end],
                    at: Int.random(in: 0...bytes.count, using: &chance))
            case 4: bytes.replaceSubrange(place..<end, with: Array("99999999999999999999".utf8))
            default: if bytes.count > 4000 { bytes.removeLast(bytes.count / 9) }
            }
        }
        return bytes
    }

    @Test("no spoilt file stops the verifier or passes for a whole one", arguments: 0..<10)
    func spoilt(seed: Int) throws {
        var chance = Chance(state: UInt64(seed))
        var form = try SignedForm()
        try form.sign("first", signature: FormAttackTests.certification(2))
        try form.edit(field: "amount") { $0["V"] = .text("100") }
        try form.fill("second")
        let signed = try form.reader.revisions[1].range.upperBound
        for _ in 0..<50 {
            let bytes = mutated(form.bytes, &chance)
            let report = VerificationReport(of: MemorySource(bytes))
            #expect(report.byteCount == bytes.count)
            guard bytes.prefix(signed) != form.bytes.prefix(signed) else { continue }
            #expect(
                report.signatures.allSatisfy { !$0.coversWholeFile || !$0.isIntact }
                    || isPadding(bytes, form))
        }
    }

    /// Whether the bytes differ in the room of the signatures alone, which nobody signs.
    private func isPadding(_ bytes: [UInt8], _ form: SignedForm) -> Bool {
        guard bytes.count == form.bytes.count,
            let first = try? form.place(of: "Contents", of: "first"),
            let second = try? form.place(of: "Contents", of: "second")
        else { return false }
        return bytes.indices.allSatisfy {
            bytes[$0] == form.bytes[$0] || first.contains($0) || second.contains($0)
        }
    }

    /// Counts the bytes that are read.
    private final class CountedSource: ByteSource {
        private let source: MemorySource
        private let read = Mutex(0)

        init(_ bytes: [UInt8]) { source = MemorySource(bytes) }

        var count: Int { source.count }
        var total: Int { read.withLock { $0 } }

        func read(_ range: Range<Int>) throws(PDFError) -> [UInt8] {
            read.withLock { $0 += range.count }
            return try source.read(range)
        }
    }

    @Test("forty signatures cost four times as much to verify as ten")
    func linear() throws {
        var ceremony = try Ceremony(base: SamplePDF.plain().bytes(), signers: 40)
        for index in 0..<10 { try ceremony.sign(index) }
        let ten = try bytesRead(ceremony.file)
        for index in 10..<40 { try ceremony.sign(index) }
        let forty = try bytesRead(ceremony.file)
        #expect(forty < ten * 5, "\(ten) and \(forty) bytes read")
    }

    private func bytesRead(_ file: [UInt8]) throws -> Int {
        let source = CountedSource(file)
        #expect(VerificationReport(of: source).complaints == [])
        return source.total
    }

    @Test("many revisions, fields and changes do not stop the verifier", .timeLimit(.minutes(1)))
    func many() throws {
        var form = try SignedForm()
        try form.sign("first")
        let amount = try form.field("amount").id
        for index in 0..<300 { try form.edit(amount) { $0["V"] = .integer(index) } }
        let report = form.report
        #expect(report.complaints == [])
        #expect(report.revisionCount == 302)
    }
}
