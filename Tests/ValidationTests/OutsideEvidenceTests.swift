import CMS
import Crypto
import FoundationEssentials
import PDFCore
import PDFSigning
import Synchronization
import TamgaTestKit
import Testing

/// Lists and answers that openssl makes, and those that are fetched.
@Suite struct OutsideEvidenceTests {
    private let world: World

    init() throws {
        world = try World(signer: Profile(listURL: "http://crl.example/issuing.crl"))
    }

    private func paper() throws -> SignedPaper {
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [world.issuing], at: .now)
        return paper
    }

    /// The files of an authority that openssl keeps, with its index of certificates.
    private func files(index: String) throws -> [String: [UInt8]] {
        let configuration = """
            [ca]
            default_ca = own
            [own]
            database = index.txt
            default_md = sha256
            default_crl_days = 7
            """
        return [
            "ca.cnf": Array(configuration.utf8), "index.txt": Array(index.utf8),
            "ca.pem": world.issuing.pem,
            "key.pem": Array(world.issuing.key.pemRepresentation.utf8),
        ]
    }

    private func index(_ state: String) throws -> String {
        let serial = try world.signer.embedded.serialNumber.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "0" + digits : digits
        }.joined()
        return "\(state)\t\(serial)\tunknown\t/CN=Anna Kim\n"
    }

    private func list(_ index: String) async throws -> [UInt8] {
        let pem = try await OpenSSL.run(
            "ca", "-gencrl", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "key.pem",
            files: files(index: index))
        #expect(pem.succeeded, "\(pem.complaint)")
        let der = try await OpenSSL.run(
            "crl", "-in", "list.pem", "-outform", "DER", files: ["list.pem": pem.output])
        return der.output
    }

    @Test("a list made by openssl convicts the certificate that it names, and clears others")
    func list() async throws {
        let revoked = try await list(index("R\t360101000000Z\t260101000000Z,keyCompromise"))
        let clean = try await list("")
        var policy = try world.policy
        policy.evidence.revocationLists = [revoked]
        #expect(try paper().report(policy, at: .now).sub == .revokedNoPOE)
        policy.evidence.revocationLists = [clean]
        policy.revocation = .wherePublished
        #expect(try paper().report(policy, at: .now).indication == .totalPassed)
    }

    @Test("an answer made by openssl counts like a list", arguments: [true, false])
    func answer(isRevoked: Bool) async throws {
        let state =
            isRevoked ? "R\t360101000000Z\t260101000000Z,keyCompromise" : "V\t360101000000Z\t"
        var files = try files(index: try index(state))
        files["signer.pem"] = world.signer.pem
        let answer = try await OpenSSL.run(
            "ocsp", "-index", "index.txt", "-rsigner", "ca.pem", "-rkey", "key.pem", "-CA",
            "ca.pem", "-issuer", "ca.pem", "-cert", "signer.pem", "-no_nonce", "-ndays", "7",
            "-respout", "answer.der", "-noverify", files: files, read: "answer.der")
        #expect(answer.succeeded, "\(answer.complaint)")
        var policy = try world.policy
        policy.evidence.ocspResponses = [answer.output]
        policy.revocation = .wherePublished
        #expect(try paper().report(policy, at: .now).sub == (isRevoked ? .revokedNoPOE : nil))
    }

    @Test("what is missing is fetched once from where the certificate says")
    func online() async throws {
        let source = Shelf(["http://crl.example/issuing.crl": try await list("")])
        var policy = try world.policy
        policy.revocation = .wherePublished
        let report = VerificationReport(of: MemorySource(try paper().bytes))
        #expect(ValidationReport(report, under: policy, at: .now).sub == .tryLater)
        let fetched = await ValidationReport.online(
            report, under: policy, at: .now, fetching: source)
        #expect(fetched.indication == .totalPassed)
        #expect(source.asked == ["http://crl.example/issuing.crl"])
    }

    @Test("a source that is silent leaves the report as it is")
    func silence() async throws {
        var policy = try world.policy
        policy.revocation = .wherePublished
        let report = VerificationReport(of: MemorySource(try paper().bytes))
        let fetched = await ValidationReport.online(
            report, under: policy, at: .now, fetching: Shelf([:]))
        #expect(fetched.sub == .tryLater)
    }
}

/// Answers by URL, and what was asked for.
private final class Shelf: RevocationSource {
    private let values: [String: [UInt8]]
    private let questions = Mutex<[String]>([])

    init(_ values: [String: [UInt8]]) { self.values = values }

    var asked: [String] { questions.withLock { $0 } }

    private func value(_ url: String) -> [UInt8]? {
        questions.withLock { $0.append(url) }
        return values[url]
    }

    func revocationList(at url: String) async throws -> [UInt8]? { value(url) }
    func ocspResponse(to request: [UInt8], from url: String) async throws -> [UInt8]? { value(url) }
    func certificate(at url: String) async throws -> [UInt8]? { value(url) }
}
