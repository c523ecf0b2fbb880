import CMS
import TamgaTestKit
import Testing

@Suite("Judging signatures")
struct VerifyingTests {
    @Test("a signature of ours is intact and has no weakness", arguments: PKI.Kind.allCases)
    func ours(kind: PKI.Kind) throws {
        let signature = try SignedData(
            der: PKI(kind).signer.sign(messageDigest: sha256(document)))
        let verdict = signature.verify(messageDigest: sha256(document))
        #expect(verdict.problems == [] && verdict.weaknesses == [])
        #expect(signature.content == nil && signature.signer.digestAlgorithm == .sha256)
    }

    @Test("another document's digest is named as the problem")
    func anotherDocument() throws {
        let signature = try SignedData(
            der: PKI(.p256).signer.sign(messageDigest: sha256(document)))
        let verdict = signature.verify(messageDigest: sha256([1]))
        #expect(verdict.problems == [.messageDigestDiffers])
    }

    @Test("zeros after the signature are padding")
    func padding() throws {
        let der = try PKI(.p256).signer.sign(messageDigest: sha256(document))
        let padded = try SignedData(der: der + [UInt8](repeating: 0, count: 500))
        #expect(padded.der == der)
    }

    @Test("anything else after the signature is refused")
    func trailing() throws {
        let der = try PKI(.p256).signer.sign(messageDigest: sha256(document))
        #expect(throws: CMSError(.malformed, "")) { try SignedData(der: der + [0, 0, 1]) }
    }

    @Test("signatures that openssl makes are intact", arguments: Foreign.strong)
    func foreign(_ sample: Foreign) async throws {
        let (signature, digest) = try await sample.make()
        let verdict = signature.verify(messageDigest: digest)
        #expect(verdict.problems.isEmpty && verdict.weaknesses == sample.weaknesses)
    }

    @Test("weak hash functions are named", arguments: Foreign.weak)
    func weak(_ sample: Foreign) async throws {
        let (signature, digest) = try await sample.make()
        let verdict = signature.verify(messageDigest: digest)
        #expect(verdict.isIntact)
        #expect(Set(verdict.weaknesses) == Set(sample.weaknesses))
    }

    @Test("a signature that carries its content is no signature of a document beside it")
    func attached() async throws {
        let sample = Foreign(.rsa2048, "sha256", ["-nodetach"], [])
        let (signature, digest) = try await sample.make()
        #expect(signature.verify(messageDigest: digest).problems == [.carriesContent])
    }

    @Test("the signer's clock is read in seconds since 1970")
    func signingTime() async throws {
        let (signature, _) = try await Foreign(.p256, "sha256", [], []).make()
        let time = try #require(signature.signer.signingTime)
        #expect((1_700_000_000..<4_000_000_000).contains(time))
    }

    @Test("a signature without its certificate says so")
    func withoutCertificate() async throws {
        let (signature, digest) = try await Foreign(.p256, "sha256", ["-nocerts"], []).make()
        #expect(
            signature.verify(messageDigest: digest).problems == [.signerCertificateMissing])
    }

    @Test("two signers in one signature are refused")
    func twoSigners() async throws {
        let (mine, other) = (try PKI(.p256), try PKI(.p256))
        var files = mine.files
        files["cert2.pem"] = other.files["cert.pem"]
        files["key2.pem"] = other.files["key.pem"]
        let made = try await OpenSSL.run(
            "cms", "-sign", "-binary", "-outform", "DER", "-in", "document", "-out", "signature",
            "-signer", "cert.pem", "-inkey", "key.pem", "-signer", "cert2.pem", "-inkey",
            "key2.pem", files: files, read: "signature")
        #expect(throws: CMSError(.severalSigners, "")) { try SignedData(der: made.output) }
    }
}

/// A signature made by openssl, and what is to be said of it.
struct Foreign: CustomTestStringConvertible {
    let kind: PKI.Kind
    let digest: String
    let options: [String]
    let weaknesses: [SignatureVerdict.Weakness]

    init(
        _ kind: PKI.Kind, _ digest: String, _ options: [String],
        _ weaknesses: [SignatureVerdict.Weakness] = [.signingCertificateUnnamed]
    ) {
        self.kind = kind
        self.digest = digest
        self.options = options
        self.weaknesses = weaknesses
    }

    static let pss = ["-keyopt", "rsa_padding_mode:pss"]

    static let strong = [
        Foreign(.p256, "sha256", []), Foreign(.p384, "sha384", []),
        Foreign(.rsa2048, "sha256", []), Foreign(.rsa2048, "sha512", []),
        Foreign(.rsa2048, "sha256", pss), Foreign(.rsa2048, "sha384", pss),
        Foreign(.rsa2048, "sha256", pss + ["-keyopt", "rsa_pss_saltlen:20"]),
        Foreign(.p256, "sha256", ["-noattr"]), Foreign(.rsa2048, "sha256", ["-noattr"]),
        Foreign(.p256, "sha256", ["-keyid"]), Foreign(.p256, "sha256", ["-cades"], []),
    ]

    static let weak = [
        Foreign(.rsa2048, "sha1", [], [.digest(.sha1), .signingCertificateUnnamed]),
        Foreign(.rsa2048, "md5", [], [.digest(.md5), .signingCertificateUnnamed]),
        Foreign(
            .rsa2048, "sha1", ["-cades"], [.digest(.sha1), .signingCertificateDigest(.sha1)]),
    ]

    var testDescription: String { "\(kind) \(digest) \(options.joined(separator: " "))" }

    func make() async throws -> (SignedData, digest: [UInt8]) {
        let arguments = [
            "cms", "-sign", "-binary", "-outform", "DER", "-in", "document", "-out", "signature",
            "-md", digest, "-signer", "cert.pem", "-inkey", "key.pem",
        ]
        let made = try await OpenSSL.run(
            arguments + options, files: PKI(kind).files, read: "signature")
        let signature = try SignedData(der: made.output)
        let algorithm = try #require(signature.signer.digestAlgorithm)
        return (signature, algorithm.hash(document))
    }
}
