import CMS
import TamgaTestKit
import Testing

@Suite("Making CAdES signatures")
struct SigningTests {
    @Test("openssl accepts the signature as CAdES", arguments: PKI.Kind.allCases)
    func opensslAccepts(kind: PKI.Kind) async throws {
        let pki = try PKI(kind)
        var files = pki.files
        files["signature"] = try pki.signer.sign(messageDigest: sha256(document))
        let answer = try await OpenSSL.run(
            "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature",
            "-content", "document", "-CAfile", "root.pem", "-purpose", "any", files: files)
        #expect(answer.succeeded, "\(answer.complaint)")
    }

    @Test("openssl refuses the signature over another document")
    func opensslRefusesAnother() async throws {
        let pki = try PKI(.p256)
        var files = pki.files
        files["signature"] = try pki.signer.sign(messageDigest: sha256([1]))
        let answer = try await OpenSSL.run(
            "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature",
            "-content", "document", "-CAfile", "root.pem", "-purpose", "any", files: files)
        #expect(!answer.succeeded)
    }

    @Test("openssl finds the attributes PAdES asks for and no signing time")
    func attributes() async throws {
        let signature = try PKI(.p256).signer.sign(messageDigest: sha256(document))
        let printed = try await OpenSSL.run(
            "asn1parse", "-inform", "DER", "-in", "signature", files: ["signature": signature])
        let names = ["contentType", "messageDigest", "id-smime-aa-signingCertificateV2"]
        for name in names {
            #expect(
                printed.text.split(separator: ":\(name)\n", omittingEmptySubsequences: false).count
                    == 2)
        }
        #expect(!printed.text.contains("signingTime"))
    }

    @Test("the signature never needs more room than was promised", arguments: PKI.Kind.allCases)
    func room(kind: PKI.Kind) throws {
        let signer = try PKI(kind).signer
        let lengths = try (0..<40).map { try signer.sign(messageDigest: sha256([$0])).count }
        #expect(
            lengths.allSatisfy {
                (signer.maximumByteCount - 8...signer.maximumByteCount).contains($0)
            })
    }

    @Test("the chain travels with the signature")
    func chain() throws {
        let pki = try PKI(.p256)
        let signer = try CAdESSigner(certificate: pki.certificate, chain: [pki.root], key: pki.key)
        let signature = try SignedData(der: signer.sign(messageDigest: sha256(document)))
        #expect(Set(signature.certificates.map(\.der)) == [pki.certificate, pki.root])
        #expect(signature.signerCertificate?.der == pki.certificate)
    }

    @Test("another certificate's key is refused")
    func foreignKey() throws {
        let (mine, other) = (try PKI(.p256), try PKI(.p256))
        #expect(throws: CMSError(.unexpectedStructure, "")) {
            try CAdESSigner(certificate: mine.certificate, chain: [], key: other.key)
        }
    }

    @Test("bytes that are no private key are refused", arguments: [[], [0x30, 0], [1, 2, 3]])
    func noKey(bytes: [UInt8]) {
        #expect(throws: CMSError.self) { try PrivateKey(pkcs8: bytes) }
    }

    @Test("a key cut short is refused", arguments: PKI.Kind.allCases)
    func shortKey(kind: PKI.Kind) throws {
        let bytes = try PKI(kind).pkcs8
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: CMSError.self) { try PrivateKey(pkcs8: Array(bytes.prefix(length))) }
        }
    }
}
