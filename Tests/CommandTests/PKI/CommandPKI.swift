import Foundation
import TamgaTestKit

/// A root, an issuing authority and signers, all made by openssl: nothing of it is ours. Their
/// revocation lists are published over HTTP, where their certificates say.
final class CommandPKI: Sendable {
    let folder: TemporaryFolder
    private let site: PublishedFolder

    /// One for all tests: RSA keys take their time.
    static let shared = Task { try await CommandPKI() }

    static let password = "пароль"

    var root: String { folder.file("root.crt") }
    /// As pyHanko wants it.
    var rootDER: String { folder.file("root.der") }
    var issuing: String { folder.file("issuing.crt") }
    var passwordFile: String { folder.file("password") }

    func key(_ kind: KeyKind) -> String { folder.file("\(kind).key") }
    func certificate(_ kind: KeyKind) -> String { folder.file("\(kind).crt") }
    /// The signer's certificate, the issuing authority's and the root.
    func chain(_ kind: KeyKind) -> String { folder.file("\(kind).pem") }
    /// Key and chain, under the password.
    func pkcs12(_ kind: KeyKind) -> String { folder.file("\(kind).p12") }

    private init() async throws {
        folder = try TemporaryFolder()
        site = try await PublishedFolder(folder.path)
        try folder.write(Array("\(Self.password)\n".utf8), as: "password")
        try await makeRoot()
        try await issue("issuing", KeyKind.p384.request, from: "root", Self.authority)
        for kind in KeyKind.allCases { try await makeSigner(kind) }
        // pyHanko's own authority signs by RSA alone.
        try await issue("tsa", KeyKind.rsa2048.request, from: "issuing", Self.timestamper)
        for issuer in ["root", "issuing"] { try await publishList(of: issuer) }
    }

    private static let authority = """
        basicConstraints=critical,CA:TRUE,pathlen:0
        keyUsage=critical,keyCertSign,cRLSign
        subjectKeyIdentifier=hash
        """

    private static let signer = """
        basicConstraints=critical,CA:FALSE
        keyUsage=critical,digitalSignature,nonRepudiation
        subjectKeyIdentifier=hash
        authorityKeyIdentifier=keyid
        """

    private static let timestamper = """
        basicConstraints=critical,CA:FALSE
        keyUsage=critical,digitalSignature
        extendedKeyUsage=critical,timeStamping
        authorityKeyIdentifier=keyid
        """

    /// The signer, with all that pyHanko needs for the highest level.
    var pyHanko: PyHankoSigner {
        get throws {
            let names = [
                "signer.key": "p256.key", "signer.pem": "p256.crt", "chain.pem": "issuing.crt",
                "root.pem": "root.crt", "tsa.key": "tsa.key", "tsa.pem": "tsa.crt",
                "root.crl": "root.crl", "issuing.crl": "issuing.crl",
            ]
            return try PyHankoSigner(names.mapValues(folder.read))
        }
    }

    private func makeRoot() async throws {
        try await openssl(
            ["req", "-x509", "-nodes", "-days", "3650", "-subj", "/CN=Command Root", "-newkey"]
                + KeyKind.p256.request + ["-keyout", folder.file("root.key"), "-out", root]
                + ["-addext", "keyUsage=critical,keyCertSign,cRLSign"])
        try await openssl(["x509", "-in", root, "-outform", "DER", "-out", rootDER])
    }

    private func makeSigner(_ kind: KeyKind) async throws {
        try await issue("\(kind)", kind.request, from: "issuing", Self.signer)
        try folder.write(
            folder.read("\(kind).crt") + folder.read("issuing.crt") + folder.read("root.crt"),
            as: "\(kind).pem")
        try await openssl([
            "pkcs12", "-export", "-inkey", key(kind), "-in", chain(kind),
            "-out", pkcs12(kind), "-passout", "file:\(passwordFile)",
        ])
    }

    /// Makes `name`.key and `name`.crt.
    private func issue(
        _ name: String, _ request: [String], from issuer: String, _ extensions: String
    ) async throws {
        let place = "crlDistributionPoints=URI:\(site.address)/\(issuer).crl"
        let settings = try folder.write(Array("\(extensions)\n\(place)\n".utf8), as: "\(name).cnf")
        try await openssl(
            ["req", "-new", "-nodes", "-subj", "/CN=Command \(name)", "-newkey"] + request
                + ["-keyout", folder.file("\(name).key"), "-out", folder.file("\(name).csr")])
        try await openssl([
            "x509", "-req", "-days", "3000", "-in", folder.file("\(name).csr"),
            "-CA", folder.file("\(issuer).crt"), "-CAkey", folder.file("\(issuer).key"),
            "-extfile", settings, "-out", folder.file("\(name).crt"),
        ])
    }

    /// An empty list: nobody is revoked.
    private func publishList(of issuer: String) async throws {
        let settings = """
            [ca]
            default_ca=own
            [own]
            database=\(folder.file("\(issuer).index"))
            crlnumber=\(folder.file("\(issuer).number"))
            default_md=sha256
            default_crl_days=30
            """
        try folder.write([], as: "\(issuer).index")
        try folder.write(Array("01\n".utf8), as: "\(issuer).number")
        try await openssl([
            "ca", "-gencrl", "-config", folder.write(Array(settings.utf8), as: "\(issuer).ca"),
            "-cert", folder.file("\(issuer).crt"), "-keyfile", folder.file("\(issuer).key"),
            "-out", folder.file("list.pem"),
        ])
        try await openssl([
            "crl", "-in", folder.file("list.pem"), "-outform", "DER",
            "-out", folder.file("\(issuer).crl"),
        ])
    }

    private func openssl(_ arguments: [String]) async throws {
        let answer = try await OutsideTool.run("openssl", arguments)
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
    }
}
