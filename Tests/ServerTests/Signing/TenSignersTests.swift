import Domain
import TamgaTestKit
import Testing

@Suite("Ten signers at the same instant")
struct TenSignersTests {
    @Test("all of them have signed", arguments: TenSigners.languages)
    func all(language: Language) async throws {
        let signed = try await TenSigners.finished(in: language)
        #expect(signed.document.recipients.filter { $0.turn?.approval == nil } == [])
    }

    @Test(
        "pyHanko finds eleven good signatures and a timestamp under the authority's root",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"),
        arguments: TenSigners.languages)
    func pyHanko(language: Language) async throws {
        let verdicts = try await TenSigners.finished(in: language).file.pyHanko()
        #expect(verdicts.map(\.kind).filter { $0 == "signature" }.count == 11)
        #expect(verdicts.last?.kind == "timestamp")
        #expect(verdicts.filter { !$0.isGood } == [])
        #expect(verdicts.dropLast().filter { $0.docmdpOK != true } == [])
        #expect(verdicts.last?.coverage == "ENTIRE_FILE")
    }

    @Test("pdfsig finds eleven valid signatures", arguments: TenSigners.languages)
    func pdfsig(language: Language) async throws {
        let answer = try await TenSigners.finished(in: language).file.pdfsig()
        #expect(answer.ranges(of: "Signature is Valid").count == 11, "\(answer)")
    }

    @Test("mutool finds every signature valid", arguments: TenSigners.languages)
    func mutool(language: Language) async throws {
        let answer = try await TenSigners.finished(in: language).file.mutool()
        // It knows no document timestamps; for all others that one is a later edit.
        #expect(answer.ranges(of: "The signature is valid").count == 11, "\(answer)")
    }

    @Test("qpdf has nothing to complain about", arguments: TenSigners.languages)
    func qpdf(language: Language) async throws {
        #expect(try await TenSigners.finished(in: language).file.qpdfComplaint() == "")
    }

    @Test("every name comes back from the certificate page", arguments: TenSigners.languages)
    func names(language: Language) async throws {
        let signed = try await TenSigners.finished(in: language)
        let lines = try await signed.file.text().split(separator: "\n").map(String.init)
        for recipient in signed.document.recipients {
            #expect(lines.contains("\(recipient.number). \(recipient.name.full)"))
        }
    }

    @Test("no two certificates share a serial number", arguments: TenSigners.languages)
    func serials(language: Language) async throws {
        let signed = try await TenSigners.finished(in: language)
        let approvals = signed.document.recipients.compactMap { $0.turn?.approval }
        #expect(Set(approvals.map(\.certificate.serial)).count == 10)
    }

    @Test("each thumbprint stands in the file, unbroken", arguments: TenSigners.languages)
    func thumbprints(language: Language) async throws {
        let signed = try await TenSigners.finished(in: language)
        let text = try await signed.file.text()
        for recipient in signed.document.recipients {
            let certificate = try #require(recipient.turn?.approval).certificate
            #expect(text.contains(certificate.thumbprint))
        }
    }
}
