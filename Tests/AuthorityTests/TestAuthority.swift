import Authority
import Domain
import TamgaTestKit

/// An authority in a folder of its own, and what openssl needs to judge it.
struct TestAuthority {
    let folder: TemporaryFolder
    let authority: TamgaAuthority

    static let now = Instant(seconds: 1_780_000_000)

    init(
        _ kind: TamgaAuthority.KeptKey = .p256, in folder: TemporaryFolder? = nil,
        at now: Instant = now
    ) throws {
        self.folder = try folder ?? TemporaryFolder()
        let vault = try KeyVault(
            folder: self.folder.file("keys"), masterKeyFile: self.folder.file("kek"))
        authority = try TamgaAuthority(
            folder: self.folder.file("keys"), vault: vault, keptKey: kind,
            randomness: SystemRandomness(), at: now)
    }

    var trust: [String: [UInt8]] {
        get throws {
            [
                "root.crt": try folder.read("keys/root.crt"),
                "issuing.crt": try folder.read("keys/issuing.crt"),
                "seal.crt": try folder.read("keys/seal.crt"),
                "tsa.crt": try folder.read("keys/tsa.crt"),
            ]
        }
    }

    /// The DER of one of the authority's own certificates.
    func certificate(_ name: String) async throws -> [UInt8] {
        try await OpenSSL.run(
            "x509", "-in", "\(name).crt", "-outform", "DER", files: trust
        ).output
    }

    /// Whether openssl builds the chain to the root at the given time.
    func verifies(_ der: [UInt8], at time: Instant = now) async throws -> OpenSSL.Answer {
        var files = try trust
        let pem = try await OpenSSL.run(
            "x509", "-inform", "DER", "-in", "leaf", files: ["leaf": der])
        files["leaf.crt"] = pem.output
        return try await OpenSSL.run(
            "verify", "-x509_strict", "-attime", "\(time.seconds)", "-CAfile", "root.crt",
            "-untrusted", "issuing.crt", "leaf.crt", files: files)
    }

    static func text(_ der: [UInt8]) async throws -> String {
        try await OpenSSL.run(
            "x509", "-inform", "DER", "-in", "leaf", "-noout", "-text", "-nameopt",
            "utf8,sep_comma_plus", files: ["leaf": der]
        ).text
    }
}

struct SystemRandomness: Randomness {
    func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255) }
    }
}

extension CertificateRecord {
    static func sample(
        _ purpose: Purpose, email: String = "ivan@example.ru",
        commonName: String = "Иванов Иван Иванович",
        serial: String = "4123456789ABCDEF0123456789ABCDEF"
    ) -> CertificateRecord {
        CertificateRecord(
            serial: serial, purpose: purpose, contact: .email(Sample.email(email)),
            commonName: commonName,
            requestedAt: TestAuthority.now)
    }
}

extension PersonName {
    static let ivan = PersonName(
        lastName: "Иванов", firstName: "Иван", patronymic: "Иванович")
}
