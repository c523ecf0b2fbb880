import Foundation

/// A root and one signer, made by the openssl command, which signs with them: nothing is ours.
public struct OutsideSigner: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case gost256
        case gost512
        case rsa2048
        case p256

        public var isGOST: Bool { self == .gost256 || self == .gost512 }

        /// Of `openssl genpkey`.
        fileprivate var key: [String] {
            switch self {
            case .gost256: ["-algorithm", "gost2012_256", "-pkeyopt", "paramset:A"]
            case .gost512: ["-algorithm", "gost2012_512", "-pkeyopt", "paramset:A"]
            case .rsa2048: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]
            case .p256: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]
            }
        }

        /// Of every command that hashes.
        public var digest: String {
            switch self {
            case .gost256: "md_gost12_256"
            case .gost512: "md_gost12_512"
            case .rsa2048, .p256: "sha256"
            }
        }
    }

    public let kind: Kind
    public let folder: TemporaryFolder

    /// PEM.
    public var rootFile: String { folder.file("root.pem") }
    /// DER, as pyHanko wants it.
    public var rootDERFile: String { folder.file("root.der") }
    public var root: [UInt8] { get throws { try folder.read("root.der") } }
    /// DER of the signer's certificate.
    public var certificate: [UInt8] { get throws { try folder.read("signer.der") } }

    /// - Parameters:
    ///   - subject: of the signer, as openssl takes it.
    ///   - extensions: the signer's, lines of an extension file with its sections.
    public init(
        _ kind: Kind, subject: String = "/CN=Outside Signer", extensions: String = Self.signer
    ) async throws {
        self.kind = kind
        folder = try TemporaryFolder()
        try folder.write(Array(Self.configuration(kind).utf8), as: "openssl.cnf")
        try folder.write(Array((extensions + "\n").utf8), as: "extensions")
        try await makeRoot()
        try await makeSigner(subject)
    }

    public static let signer = """
        basicConstraints=critical,CA:FALSE
        keyUsage=critical,digitalSignature,nonRepudiation
        subjectKeyIdentifier=hash
        authorityKeyIdentifier=keyid
        """

    private func makeRoot() async throws {
        try await run(["genpkey"] + kind.key + ["-out", folder.file("root.key")])
        try await run([
            "req", "-x509", "-new", "-\(kind.digest)", "-utf8", "-key", folder.file("root.key"),
            "-subj", "/CN=Outside Root \(kind)", "-days", "3650", "-extensions", "authority",
            "-out", rootFile,
        ])
        try await run(["x509", "-in", rootFile, "-outform", "DER", "-out", rootDERFile])
    }

    private func makeSigner(_ subject: String) async throws {
        try await run(["genpkey"] + kind.key + ["-out", folder.file("signer.key")])
        try await run([
            "req", "-new", "-\(kind.digest)", "-utf8", "-key", folder.file("signer.key"),
            "-subj", subject, "-out", folder.file("signer.csr"),
        ])
        try await run([
            "x509", "-req", "-\(kind.digest)", "-in", folder.file("signer.csr"),
            "-CA", rootFile, "-CAkey", folder.file("root.key"), "-set_serial", "17",
            "-days", "3000", "-extfile", folder.file("extensions"),
            "-out", folder.file("signer.pem"),
        ])
        try await run([
            "x509", "-in", folder.file("signer.pem"), "-outform", "DER",
            "-out", folder.file("signer.der"),
        ])
    }

    // The engine is named for GOST alone: where it is absent the others still work.
    private static func configuration(_ kind: Kind) -> String {
        (kind.isGOST ? "openssl_conf=start\n" : "") + """
            [start]
            engines=engines
            [engines]
            gost=gost
            [gost]
            engine_id=gost
            default_algorithms=ALL
            [req]
            distinguished_name=name
            [name]
            [authority]
            basicConstraints=critical,CA:TRUE
            keyUsage=critical,keyCertSign,cRLSign
            subjectKeyIdentifier=hash
            [ca]
            default_ca=own
            [own]
            default_md=\(kind.digest)
            default_crl_days=30

            """
    }

    private func run(_ arguments: [String]) async throws {
        let answer = try await OutsideTool.run(
            "env", ["OPENSSL_CONF=" + folder.file("openssl.cnf"), "openssl"] + arguments)
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
    }
}

extension OutsideSigner {
    /// A detached signature by `openssl cms -sign`, with signed attributes unless an option says
    /// otherwise; the last of two equal options counts.
    public func sign(_ bytes: [UInt8], _ options: [String] = []) async throws -> [UInt8] {
        let input = try folder.write(bytes, as: "content-\(UUID().uuidString)")
        let output = input + ".cms"
        try await run(
            ["cms", "-sign", "-binary", "-md", kind.digest, "-in", input, "-out", output]
                + ["-signer", folder.file("signer.pem"), "-inkey", folder.file("signer.key")]
                + ["-outform", "DER"] + options)
        return [UInt8](try Data(contentsOf: URL(filePath: output)))
    }

    /// What `openssl cms -verify` complains about when it holds a signature in DER against what it
    /// is over, under this root; empty when it is good.
    public func complaint(on signature: [UInt8], over content: [UInt8]) async throws -> String {
        let name = UUID().uuidString
        let (input, file) = (
            try folder.write(signature, as: "\(name).sig"), try folder.write(content, as: name)
        )
        let answer = try await OutsideTool.run(
            "env",
            ["OPENSSL_CONF=" + folder.file("openssl.cnf"), "openssl", "cms", "-verify", "-binary"]
                + ["-inform", "DER", "-in", input, "-content", file, "-CAfile", rootFile]
                + ["-purpose", "any", "-out", "/dev/null"])
        return answer.succeeded ? "" : answer.errors
    }

    /// The options that make another signer of the same kind sign beside this one.
    public func asSecond() -> [String] {
        ["-signer", folder.file("signer.pem"), "-inkey", folder.file("signer.key")]
    }

    /// DER of the root's revocation list, on which the signer's certificate stands.
    public func listWithSigner() async throws -> [UInt8] {
        try await list(of: "R\t361231000000Z\t260101000000Z\t11\tunknown\t/CN=Outside Signer\n")
    }

    /// DER of the root's revocation list with nobody on it.
    public func emptyList() async throws -> [UInt8] { try await list(of: "") }

    private func list(of rows: String) async throws -> [UInt8] {
        try folder.write(Array(rows.utf8), as: "index")
        try folder.write(Array("unique_subject=no\n".utf8), as: "index.attr")
        let settings = "database=\(folder.file("index"))\n"
        try folder.write(
            folder.read("openssl.cnf") + Array(settings.utf8), as: "openssl.cnf")
        try await run([
            "ca", "-gencrl", "-config", folder.file("openssl.cnf"), "-cert", rootFile,
            "-keyfile", folder.file("root.key"), "-out", folder.file("list.pem"),
        ])
        try await run([
            "crl", "-in", folder.file("list.pem"), "-outform", "DER",
            "-out", folder.file("list.der"),
        ])
        return try folder.read("list.der")
    }
}
