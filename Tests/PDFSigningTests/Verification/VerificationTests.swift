import Crypto
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite struct VerificationTests {
    private func ceremony(_ base: [UInt8], signers: Int) throws -> Ceremony {
        var ceremony = try Ceremony(base: base, signers: signers)
        for index in 0..<signers { try ceremony.sign(index) }
        return ceremony
    }

    @Test("every signature on every kind of base is intact", arguments: Base.allCases)
    func bases(base: Base) async throws {
        let bytes = try await base.bytes(in: TemporaryFolder())
        let ceremony = try ceremony(bytes, signers: 3)
        let report = VerificationReport(of: MemorySource(ceremony.file))
        #expect(report.complaints == [])
        #expect(report.isIntact)
        #expect(report.signatures.map(\.field) == ["certification"] + ceremony.names)
        #expect(
            report.signatures.map(\.changesAfter) == [.permitted, .permitted, .permitted, .none])
        #expect(report.signatures[0].kind == .certification(.formFilling))
    }

    @Test("ten signers leave eleven intact signatures, the last over the whole file")
    func tenSigners() throws {
        let ceremony = try ceremony(SamplePDF.plain().bytes(), signers: 10)
        let report = VerificationReport(of: MemorySource(ceremony.file))
        #expect(report.complaints == [])
        #expect(
            report.signatures.map(\.coversWholeFile) == Array(repeating: false, count: 10) + [true])
    }

    @Test("the report names the signer, the form and what was stated")
    func statements() throws {
        let ceremony = try ceremony(SamplePDF.plain().bytes(), signers: 1)
        let signature = try #require(
            VerificationReport(of: MemorySource(ceremony.file)).signatures.last)
        #expect(signature.subFilter == "ETSI.CAdES.detached")
        #expect(signature.statedName == "Подписант 1")
        #expect(try signature.signerCertificate == ceremony.signers[0].der)
        #expect(signature.weaknesses == [])
    }

    @Test("the file's hash and length are reported, also for what is no PDF")
    func wholeFile() throws {
        for bytes in [try ceremony(SamplePDF.plain().bytes(), signers: 1).file, [1, 2, 3]] {
            let report = VerificationReport(of: MemorySource(bytes))
            #expect(report.sha256 == Array(SHA256.hash(data: bytes)))
            #expect(report.byteCount == bytes.count)
        }
    }

    @Test("a file without signatures is not intact, but nothing is wrong with it")
    func unsigned() {
        let report = VerificationReport(of: MemorySource(SamplePDF.plain().bytes()))
        #expect(!report.isIntact)
        #expect(report.complaints == [])
    }

    @Test("what is no PDF gives a report with the reason")
    func noPDF() {
        let report = VerificationReport(of: MemorySource(Array("hello".utf8)))
        #expect(report.problems.map(\.code) == [.unreadable])
    }

    @Test("any signed byte that is changed is noticed")
    func everyRegion() throws {
        let file = try ceremony(SamplePDF.plain().bytes(), signers: 1).file
        let gaps = try containers(in: file)
        #expect(gaps.count == 2)
        for place in stride(from: 10, to: file.count, by: file.count / 97)
        where !gaps.contains(where: { $0.contains(place) }) {
            var changed = file
            changed[place] ^= 1
            #expect(!VerificationReport(of: MemorySource(changed)).isIntact, "byte \(place)")
        }
    }

    /// The containers: their padding and the certificates beside the signer's are not signed.
    private func containers(in file: [UInt8]) throws -> [Range<Int>] {
        let reader = try PDFReader(MemorySource(file))
        return try reader.fields().compactMap(\.value?.reference).compactMap {
            try reader.place(of: "Contents", in: $0)
        }
    }

    @Test("a signed file cut short is never intact, except after a whole revision")
    func truncation() throws {
        let file = try ceremony(SamplePDF.plain().bytes(), signers: 1).file
        let ends = try PDFReader(MemorySource(file)).revisions.map(\.range.upperBound)
        for length in stride(from: 0, to: file.count, by: 53) {
            let isWhole = ends.contains { (0...1).contains($0 - length) }
            let report = VerificationReport(of: MemorySource(Array(file[..<length])))
            #expect(!report.isIntact || isWhole, "\(length) bytes")
        }
    }
}
