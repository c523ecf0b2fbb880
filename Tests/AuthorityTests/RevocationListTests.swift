import Authority
import CMS
import Domain
import TamgaTestKit
import Testing

@Suite("Lists of what was revoked")
struct RevocationListTests {
    let now = TestAuthority.now

    private func list(
        _ test: TestAuthority, of issuer: CertificateIssuer = .issuing, number: Int64 = 7,
        _ revocations: [Revocation] = []
    ) throws -> RevocationList {
        try test.authority.sign(
            RevocationListDraft(issuer: issuer, number: number, revocations: revocations), at: now)
    }

    private func revocation(_ serial: String, _ reason: Revocation.Reason) -> Revocation {
        Revocation(serial: serial, issuer: .issuing, at: now.adding(seconds: -60), reason: reason)
    }

    @Test("openssl verifies a list by its issuer", arguments: CertificateIssuer.allCases)
    func verified(issuer: CertificateIssuer) async throws {
        let test = try TestAuthority()
        var files = try test.trust
        files["list"] = try list(test, of: issuer).der
        let answer = try await OpenSSL.run(
            "crl", "-inform", "DER", "-in", "list", "-verify", "-CAfile",
            "\(issuer.rawValue).crt", "-noout", files: files)
        #expect(answer.complaint.contains("verify OK"), "\(answer.complaint)")
    }

    @Test("a list tells number, times, serials and reasons")
    func contents() async throws {
        let test = try TestAuthority()
        let made = try list(
            test, number: 258,
            [revocation("4F00", .keyCompromise), revocation("4123456789", .unspecified)])
        let text = try await OpenSSL.run(
            "crl", "-inform", "DER", "-in", "list", "-text", "-noout",
            files: ["list": made.der]
        ).text
        let expected = [
            "X509v3 CRL Number: \n                258", "X509v3 Authority Key Identifier",
            "Serial Number: 4F00", "Serial Number: 4123456789", "Key Compromise",
            "Last Update: May 28 20:26:40 2026 GMT", "Next Update: Jun  4 20:26:40 2026 GMT",
        ]
        for part in expected { #expect(text.contains(part), "\(part) in \(text)") }
    }

    @Test("a revoked certificate is refused by openssl, and another is not")
    func refused() async throws {
        let test = try TestAuthority()
        let revoked = try await certificate(test, serial: "40000000000000000000000000000001")
        let other = try await certificate(test, serial: "40000000000000000000000000000002")
        let lists = [
            try list(test, [revocation("40000000000000000000000000000001", .superseded)]),
            try list(test, of: .root),
        ]
        #expect(try await judged(test, revoked, lists).complaint.contains("certificate revoked"))
        let answer = try await judged(test, other, lists)
        #expect(answer.succeeded, "\(answer.complaint)")
    }

    @Test("certificates say where to look only when the server has a public address")
    func addresses() async throws {
        let folder = try TemporaryFolder()
        let authority = try TamgaAuthority(
            folder: folder.file("keys"),
            vault: KeyVault(folder: folder.file("keys"), masterKeyFile: folder.file("kek")),
            keptKey: .p256, addresses: PublicAddresses(base: "https://sign.example.org/"),
            randomness: SystemRandomness(), at: now)
        let known = try await TestAuthority.text(
            authority.issueForKeeping(.sample(.personal), at: now).certificate.der)
        #expect(known.contains("URI:https://sign.example.org/pki/issuing.crl"), "\(known)")
        #expect(known.contains("CA Issuers - URI:https://sign.example.org/pki/issuing.crt"))
        let issuing = try await TestAuthority.text(authority.certificate(of: .issuing))
        #expect(issuing.contains("URI:https://sign.example.org/pki/root.crl"))
        let root = try await TestAuthority.text(authority.certificate(of: .root))
        #expect(!root.contains("URI:"))
    }

    @Test("and say nothing of it otherwise")
    func noAddresses() async throws {
        let test = try TestAuthority()
        let text = try await TestAuthority.text(
            test.authority.issueForKeeping(.sample(.personal), at: now).certificate.der)
        #expect(!text.contains("URI:"))
    }

    @Test("the server's own certificates can be revoked: each is known with its issuer")
    func ownSerials() async throws {
        let test = try TestAuthority()
        for (name, issuer) in [
            ("issuing", CertificateIssuer.root), ("seal", .issuing), ("tsa", .issuing),
        ] {
            let serial = try await OpenSSL.run(
                "x509", "-in", "\(name).crt", "-noout", "-serial", files: test.trust
            ).text.dropFirst("serial=".count).dropLast()
            #expect(test.authority.ownSerials[String(serial)] == issuer)
        }
    }

    private func certificate(_ test: TestAuthority, serial: String) async throws -> [UInt8] {
        try await test.authority.issueForKeeping(
            .sample(.personal, serial: serial), at: now
        ).certificate.der
    }

    private func judged(
        _ test: TestAuthority, _ der: [UInt8], _ lists: [RevocationList]
    ) async throws -> OpenSSL.Answer {
        var files = try test.trust
        files["leaf.crt"] = try await OpenSSL.run(
            "x509", "-inform", "DER", "-in", "leaf", files: ["leaf": der]
        ).output
        var crls: [UInt8] = []
        for list in lists {
            crls += try await OpenSSL.run(
                "crl", "-inform", "DER", "-in", "list", files: ["list": list.der]
            ).output
        }
        files["crls"] = crls
        return try await OpenSSL.run(
            "verify", "-crl_check_all", "-CRLfile", "crls", "-attime", "\(now.seconds)",
            "-CAfile", "root.crt", "-untrusted", "issuing.crt", "leaf.crt", files: files)
    }
}
