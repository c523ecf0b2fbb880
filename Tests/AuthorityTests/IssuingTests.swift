import Authority
import CMS
import Domain
import TamgaTestKit
import Testing

@Suite("Issuing certificates")
struct IssuingTests {
    let now = TestAuthority.now

    @Test("openssl verifies a one-time certificate up to the root")
    func oneTime() async throws {
        let test = try TestAuthority()
        let credential = try await test.authority.issueForSigning(
            .sample(.oneTime), name: .ivan, at: now)
        let answer = try await test.verifies(credential.certificate.der)
        #expect(answer.succeeded, "\(answer.complaint)")
    }

    @Test("a one-time certificate holds for ten years at least")
    func oneTimeHolds() async throws {
        let test = try TestAuthority()
        let credential = try await test.authority.issueForSigning(
            .sample(.oneTime), name: .ivan, at: now)
        let later = now.adding(seconds: 10 * 366 * 86_400)
        #expect(try await test.verifies(credential.certificate.der, at: later).succeeded)
    }

    @Test(
        "openssl verifies a certificate to keep up to the root",
        arguments: [TamgaAuthority.KeptKey.p256, .rsa2048])
    func keeping(kind: TamgaAuthority.KeptKey) async throws {
        let test = try TestAuthority(kind)
        let credential = try await test.authority.issueForKeeping(.sample(.personal), at: now)
        #expect(try await test.verifies(credential.certificate.der).succeeded)
    }

    @Test("a certificate to keep lasts a year")
    func year() async throws {
        let test = try TestAuthority()
        let facts = try await test.authority.issueForKeeping(.sample(.personal), at: now)
            .certificate.facts
        #expect(facts.notBefore == now)
        #expect(facts.notAfter == now.adding(seconds: 365 * 86_400))
    }

    @Test("nothing outlives the issuing authority")
    func end() async throws {
        let test = try TestAuthority()
        let late = now.adding(seconds: 30 * 365 * 86_400 - 3_600)
        let facts = try await test.authority.issueForKeeping(.sample(.personal), at: late)
            .certificate.facts
        #expect(facts.notAfter == late.adding(seconds: 3_600))
    }

    @Test("a signer's certificate says who, by which address and under which policy")
    func contents() async throws {
        let test = try TestAuthority()
        let credential = try await test.authority.issueForSigning(
            .sample(.oneTime), name: .ivan, at: now)
        let text = try await TestAuthority.text(credential.certificate.der)
        let expected = [
            "CN=Иванов Иван Иванович", "email:ivan@example.ru", "CA:FALSE",
            "Digital Signature, Non Repudiation",
            "41:23:45:67:89:ab:cd:ef:01:23:45:67:89:ab:cd:ef", "X509v3 Authority Key Identifier",
            "Policy: 2.25.190144014096753760522967283669430185825",
        ]
        for part in expected { #expect(text.contains(part), "\(part) in \(text)") }
    }

    @Test("the facts are those of the certificate")
    func facts() async throws {
        let test = try TestAuthority()
        let issued = try await test.authority.issueForKeeping(.sample(.personal), at: now)
            .certificate
        let printed = try await OpenSSL.run(
            "x509", "-inform", "DER", "-in", "leaf", "-noout", "-serial", "-fingerprint",
            "-sha1", files: ["leaf": issued.der])
        #expect(printed.text.contains("serial=\(issued.facts.serial)"))
        #expect(printed.text.filter { $0 != ":" }.contains(issued.facts.thumbprint))
        #expect(issued.facts.commonName == "Иванов Иван Иванович")
    }

    @Test("the serial number is that of the intent")
    func serial() async throws {
        let test = try TestAuthority()
        let intent = CertificateRecord.sample(.oneTime)
        let credential = try await test.authority.issueForSigning(intent, name: .ivan, at: now)
        #expect(credential.certificate.facts.serial == intent.serial)
    }

    @Test("an address beyond ASCII does not stand in the way")
    func unicodeAddress() async throws {
        let test = try TestAuthority()
        let credential = try await test.authority.issueForKeeping(
            .sample(.personal, email: "иван@пример.рф"), at: now)
        #expect(try await test.verifies(credential.certificate.der).succeeded)
    }

    @Test("keys made ahead of need are given to one person each")
    func pool() async throws {
        let test = try TestAuthority(.rsa2048)
        var keys: Set<[UInt8]> = []
        for _ in 0..<4 {
            let credential = try await test.authority.issueForKeeping(
                .sample(.personal), at: now)
            keys.insert(credential.privateKey)
        }
        #expect(keys.count == 4)
    }

    @Test("the seal's certificate is verified up to the root")
    func seal() async throws {
        let test = try TestAuthority()
        let answer = try await OpenSSL.run(
            "verify", "-x509_strict", "-attime", "\(now.seconds)", "-CAfile", "root.crt",
            "-untrusted", "issuing.crt", "seal.crt", files: test.trust)
        #expect(answer.succeeded, "\(answer.complaint)")
    }

    @Test("a one-time certificate signs a document that openssl accepts")
    func signs() async throws {
        let test = try TestAuthority()
        let credential = try await test.authority.issueForSigning(
            .sample(.oneTime), name: .ivan, at: now)
        let signer = try CAdESSigner(
            certificate: credential.certificate.der,
            chain: [try await test.certificate("issuing")],
            key: PrivateKey(pkcs8: credential.privateKey))
        var files = try test.trust
        files["document"] = [1, 2, 3]
        files["signature"] = try signer.sign(
            messageDigest: DigestAlgorithm.sha256.hash([1, 2, 3]))
        let answer = try await OpenSSL.run(
            "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature",
            "-content", "document", "-CAfile", "root.crt", "-purpose", "any", "-attime",
            "\(now.seconds)", files: files)
        #expect(answer.succeeded, "\(answer.complaint)")
    }
}
