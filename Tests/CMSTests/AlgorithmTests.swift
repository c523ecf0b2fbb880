import CMS
import TamgaTestKit
import Testing

@Suite("Algorithms of signatures")
struct AlgorithmTests {
    struct Choice: CustomTestStringConvertible {
        let kind: PKI.Kind
        let digest: DigestAlgorithm
        let algorithm: SigningAlgorithm

        var testDescription: String { "\(kind) \(digest) \(algorithm)" }

        static let all = [DigestAlgorithm.sha256, .sha384, .sha512].flatMap { digest in
            [
                Choice(kind: .p256, digest: digest, algorithm: .ecdsa),
                Choice(kind: .p384, digest: digest, algorithm: .ecdsa),
                Choice(kind: .rsa2048, digest: digest, algorithm: .rsa),
                Choice(kind: .rsa2048, digest: digest, algorithm: .rsaPSS),
            ]
        }
    }

    @Test("openssl and we accept every algorithm that we sign with", arguments: Choice.all)
    func accepted(_ choice: Choice) async throws {
        let pki = try PKI(choice.kind)
        let signer = try CAdESSigner(
            certificate: pki.certificate, chain: [],
            key: pki.key.signing(by: choice.digest, choice.algorithm))
        #expect(signer.digestAlgorithm == choice.digest)
        let digest = choice.digest.hash(document)
        var files = pki.files
        let made = try signer.sign(messageDigest: digest)
        files["signature"] = made
        let answer = try await OpenSSL.run(
            "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature",
            "-content", "document", "-CAfile", "root.pem", "-purpose", "any", files: files)
        #expect(answer.succeeded, "\(answer.complaint)")
        let verdict = try SignedData(der: made).verify(messageDigest: digest)
        #expect(verdict == SignatureVerdict() && made.count <= signer.maximumByteCount)
    }

    @Test("a digest of another length than the key's algorithm makes is refused")
    func length() throws {
        let pki = try PKI(.p256)
        let signer = try CAdESSigner(
            certificate: pki.certificate, chain: [], key: pki.key.signing(by: .sha384))
        #expect(throws: CMSError(.unsupported, "")) {
            try signer.sign(messageDigest: sha256(document))
        }
    }

    @Test("a key signs with nothing that it is not made for, and nothing weak")
    func unfit() throws {
        let (elliptic, rsa) = (try PKI(.p256).key, try PKI(.rsa2048).key)
        #expect(throws: CMSError(.unsupported, "")) { try elliptic.signing(by: .sha256, .rsa) }
        #expect(throws: CMSError(.unsupported, "")) { try rsa.signing(by: .sha256, .ecdsa) }
        #expect(throws: CMSError(.unsupported, "")) { try rsa.signing(by: .sha1) }
    }

    @Test("a key for PSS alone signs with PSS")
    func pssOnly() async throws {
        let made = try await OpenSSL.run(
            "genpkey", "-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048", "-out",
            "key.pem", read: "key.pem")
        let key = try PrivateKey(pem: made.output, password: nil)
        #expect(key.algorithm == .rsaPSS)
        let certificate = try await OpenSSL.run(
            "req", "-x509", "-new", "-key", "key.pem", "-subj", "/CN=PSS", "-outform", "DER",
            "-out", "cert", files: ["key.pem": made.output], read: "cert")
        let signer = try CAdESSigner(certificate: certificate.output, chain: [], key: key)
        let signature = try SignedData(der: signer.sign(messageDigest: sha256(document)))
        #expect(signature.verify(messageDigest: sha256(document)) == SignatureVerdict())
        #expect(throws: CMSError(.unsupported, "")) { try key.signing(by: .sha256, .rsa) }
    }
}
