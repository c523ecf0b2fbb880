import Archive
import CMS
import Domain
import Foundation
import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit
import Testing
import Words
import Workshop

@Suite struct VerificationTests {
    private let bench: Bench
    private let pki: TestPKI

    init() throws {
        bench = try Bench()
        pki = try TestPKI()
    }

    @Test("a certified file is found whole, in its pieces as in one")
    func whole() async throws {
        let pieces = try await certified()
        let finding = try await bench.workshop.verify(
            pieces, against: .signaturesAlone, at: Sample.now)
        #expect(finding.problems == [])
        #expect(finding.signatureCount == 1)
        #expect(finding.byteCount == pieces.reduce(0) { $0 + $1.byteCount })
        let file = try await bench.bytes(of: pieces[0]) + bench.bytes(of: pieces[1])
        #expect(finding.hash == ContentHash(of: file))
        let whole = try await bench.archive.store(file)
        #expect(
            try await bench.workshop.verify([whole], against: .signaturesAlone, at: Sample.now)
                == finding)
    }

    @Test("a stranger's file is judged by the certificates that are trusted")
    func foreign() async throws {
        let pieces = try await certified()
        let bytes = try await bench.bytes(of: pieces[0]) + bench.bytes(of: pieces[1])
        let path = try await bench.archive.path(of: bench.archive.store(bytes))
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        let known = try await bench.workshop.validate(path, trusting: [pki.root.der], at: now)
        #expect(known.indication == .passed)
        #expect(known.hash == ContentHash(of: bytes) && known.revisionCount == 2)
        #expect(known.signatures.map(\.kind) == [.certification])
        #expect(known.signatures[0].certificate?.subject == "CN=Test Seal")
        let unknown = try await bench.workshop.validate(path, trusting: [], at: now)
        #expect(unknown.indication == .indeterminate)
        let trust = unknown.signatures[0].verdicts.first { $0.examination == .trust }
        #expect(trust?.outcome == .indeterminate && trust?.findings.isEmpty == false)
    }

    @Test("a file that is no PDF at all is judged too")
    func nonsense() async throws {
        let path = try await bench.archive.path(
            of: bench.archive.store(Array("%PDF-nonsense".utf8)))
        let validation = try await bench.workshop.validate(path, trusting: [], at: Sample.now)
        #expect(validation.signatures.isEmpty && !validation.findings.isEmpty)
    }

    @Test("a changed byte is found")
    func changed() async throws {
        let pieces = try await certified()
        var base = try await bench.bytes(of: pieces[0])
        let place = try #require(base.firstIndex(of: UInt8(ascii: "C")))
        base[place] ^= 1
        let changed = try await bench.archive.store(base)
        let finding = try await bench.workshop.verify(
            [changed, pieces[1]], against: .signaturesAlone, at: Sample.now)
        #expect(!finding.problems.isEmpty)
    }

    @Test("an upload that was signed before gets fields and no certification")
    func signedBefore() async throws {
        let pieces = try await certified()
        let upload = try await bench.bytes(of: pieces[0]) + bench.bytes(of: pieces[1])
        let order = try await bench.order([upload])
        #expect(order.document.files[0].facts?.signatureCount == 1)
        let layout = try await bench.workshop.prepare(order)
        #expect(layout.base == order.document.files[0].original)
        #expect(!layout.isCertified)
        #expect(try RevisionContext(encoded: layout.plan).structure.signatureFields.count == 4)
        let update = try await bench.archive.store(layout.update)
        let finding = try await bench.workshop.verify(
            [layout.base, update], against: .signaturesAlone, at: Sample.now)
        #expect(finding.problems == [])
    }

    @Test("a signed upload that would have to be rewritten is refused by name")
    func signedUnclean() async throws {
        let pieces = try await certified()
        let upload = try await bench.bytes(of: pieces[0]) + bench.bytes(of: pieces[1])
        #expect(
            try await bench.inspect(Array("junk".utf8) + upload) == .unusable(.signedAndDamaged))
        let encrypted = try await bench.qpdf(["--encrypt", "", "owner", "256", "--"], upload)
        #expect(try await bench.inspect(encrypted) == .unusable(.signedAndEncrypted))
    }

    @Test("a file without signatures has none")
    func unsigned() async throws {
        let blob = try await bench.archive.store(SamplePDF.plain().bytes())
        #expect(
            try await bench.workshop.verify([blob], against: .signaturesAlone, at: Sample.now)
                .signatureCount == 0)
    }

    @Test("what a signer will show was embedded by the layout", arguments: Language.allCases)
    func embedded(language: Language) async throws {
        let order = try await bench.order([SamplePDF.plain().bytes()], language: language)
        let layout = try await bench.workshop.prepare(order)
        let certified = try PreparedUpdate(delta: layout.update, encodedPlan: layout.plan)
            .filled(with: [0x30, 0x00])
        let signer = SignerUpdate(
            fieldName: layout.fields[0], claim: SignatureClaim(name: "Петров", date: .now),
            contentsRoom: 2_000
        ) { size in try evidence(language).canvas(size, by: Typesetter()) }
        let update = try signer.prepared(on: certified.context).delta
        #expect(!String(decoding: update, as: UTF8.self).contains("/FontFile"))
        #expect(update.count < 9_000)
    }

    /// As the sealer writes it.
    private func evidence(_ language: Language) -> SlotDrawing {
        let words = Words(language.rawValue)
        let time = words.dateTime(microseconds: Bench.now.microseconds)
        let values = [
            ("signedAt", time), ("serial", "7F00A1B2C3D4E5F60718293A4B5C6D7E"),
            (
                "confirmed",
                words("certificate.confirmed.emailCode", ["email": "petrov0@example.org"])
            ),
            ("thumbprint", "0123456789ABCDEF0123456789ABCDEF01234567"), ("validUntil", time),
        ]
        return SlotDrawing(
            heading: words["certificate.signed"],
            facts: values.map { Fact(words["certificate.\($0)"], $1) }, language: words.tag)
    }

    /// Base and layout, certified with a key of the test's.
    private func certified() async throws -> [Blob] {
        let order = try await bench.order([SamplePDF.plain(pages: 2).bytes()])
        let layout = try await bench.workshop.prepare(order)
        let seal = try pki.leaf("Test Seal")
        let signer = try CAdESSigner(
            certificate: seal.der, chain: [pki.issuing.der], key: PrivateKey(seal.key))
        let update = try PreparedUpdate(delta: layout.update, encodedPlan: layout.plan)
            .signed { try signer.sign(messageDigest: $0) }
        return [layout.base, try await bench.archive.store(update.bytes)]
    }
}
