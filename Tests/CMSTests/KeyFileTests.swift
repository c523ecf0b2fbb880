import CMS
import TamgaTestKit
import Testing

@Suite("Key files")
struct KeyFileTests {
    private func pem(_ arguments: [String], _ pki: PKI) async throws -> [UInt8] {
        try await OpenSSL.run(
            arguments + ["-in", "key.pem", "-out", "new.pem", "-passout", "pass:тайна"],
            files: pki.files, read: "new.pem"
        ).output
    }

    @Test("PEM keys of every form are read", arguments: PKI.Kind.allCases)
    func forms(kind: PKI.Kind) async throws {
        let pki = try PKI(kind)
        let traditional = kind == .rsa2048 ? ["rsa", "-traditional"] : ["ec"]
        for (arguments, password) in [
            (["pkcs8", "-topk8", "-nocrypt"], nil), (["pkcs8", "-topk8"], "тайна"),
            (["pkcs8", "-topk8", "-v1", "PBE-SHA1-3DES"], "тайна"), (traditional, nil),
            (traditional + ["-aes256"], "тайна"),
        ] {
            let key = try await PrivateKey(pem: pem(arguments, pki), password: password)
            #expect(key.matches(try EmbeddedCertificate(der: pki.certificate)), "\(arguments)")
            _ = try CAdESSigner(certificate: pki.certificate, chain: [], key: key)
        }
    }

    @Test("a wrong password, a missing one and a file without a key are told apart")
    func reasons() async throws {
        let pki = try PKI(.p256)
        for arguments in [["pkcs8", "-topk8"], ["ec", "-aes128"]] {
            let encrypted = try await pem(arguments, pki)
            #expect(throws: CMSError(.passwordWrong, "")) {
                try PrivateKey(pem: encrypted, password: "другая")
            }
            #expect(throws: CMSError(.passwordMissing, "")) {
                try PrivateKey(pem: encrypted, password: nil)
            }
        }
        let certificate = try #require(pki.files["cert.pem"])
        #expect(throws: CMSError(.malformed, "")) {
            try PrivateKey(pem: certificate, password: nil)
        }
        let broken = Array("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n".utf8)
        #expect(throws: CMSError(.malformed, "")) { try PrivateKey(pem: broken, password: nil) }
    }

    @Test("a key that is not for signing here is unsupported", arguments: ["ED25519", "X25519"])
    func otherKinds(kind: String) async throws {
        let made = try await OpenSSL.run(
            "genpkey", "-algorithm", kind, "-out", "key.pem", read: "key.pem")
        #expect(throws: CMSError(.unsupported, "")) {
            try PrivateKey(pem: made.output, password: nil)
        }
    }

    @Test("PKCS#12 files give the key and its certificates", arguments: PKI.Kind.allCases)
    func pkcs12(kind: PKI.Kind) async throws {
        let pki = try PKI(kind)
        let ways = [
            [], ["-legacy"],
            ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-RC2-40", "-legacy"],
            ["-macalg", "sha512"],
        ]
        for options in ways {
            let file = try await PKCS12File(
                der: exported(pki, "тайна", options), password: "тайна")
            #expect(file.certificates == [pki.certificate, pki.root], "\(options)")
            #expect(file.key.matches(try EmbeddedCertificate(der: pki.certificate)))
        }
    }

    @Test("a PKCS#12 file without a password opens with the empty one")
    func emptyPassword() async throws {
        let pki = try PKI(.p256)
        let file = try await PKCS12File(der: exported(pki, "", []), password: "")
        #expect(file.certificates.first == pki.certificate)
    }

    @Test("a wrong password is told apart from what is no PKCS#12 file")
    func pkcs12Reasons() async throws {
        let pki = try PKI(.p256)
        for options in [[], ["-legacy"]] {
            let der = try await exported(pki, "тайна", options)
            #expect(throws: CMSError(.passwordWrong, "")) {
                try PKCS12File(der: der, password: "другая")
            }
            #expect(throws: CMSError(.malformed, "")) {
                try PKCS12File(der: Array(der.dropLast()), password: "тайна")
            }
        }
        for bytes in [[], pki.certificate, pki.pkcs8, [0x30, 0x80]] {
            #expect(throws: CMSError(.malformed, "")) {
                try PKCS12File(der: bytes, password: "")
            }
        }
    }

    @Test("a PKCS#12 file without a key, or with another's certificate, says so")
    func incomplete() async throws {
        let (mine, other) = (try PKI(.p256), try PKI(.p256))
        var files = mine.files
        let bare = try await OpenSSL.run(
            "pkcs12", "-export", "-nokeys", "-in", "cert.pem", "-out", "file", "-passout", "pass:x",
            files: files, read: "file")
        #expect(throws: CMSError(.unexpectedStructure, "")) {
            try PKCS12File(der: bare.output, password: "x")
        }
        files["both.pem"] = (other.files["cert.pem"] ?? [])
        let keyOnly = try await OpenSSL.run(
            "pkcs12", "-export", "-nocerts", "-inkey", "key.pem", "-out", "file", "-passout",
            "pass:x", files: files, read: "file")
        #expect(throws: CMSError(.unexpectedStructure, "")) {
            try PKCS12File(der: keyOnly.output, password: "x")
        }
    }

    private func exported(
        _ pki: PKI, _ password: String, _ options: [String]
    ) async throws -> [UInt8] {
        try await OpenSSL.run(
            [
                "pkcs12", "-export", "-inkey", "key.pem", "-in", "cert.pem", "-certfile",
                "root.pem", "-out", "file", "-passout", "pass:\(password)",
            ] + options, files: pki.files, read: "file"
        ).output
    }
}
