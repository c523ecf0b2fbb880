import CMS
import Foundation
import Glibc
import HTTPTestKit
import Hummingbird
import Outbound
import TamgaTestKit
import Testing

@Suite("Fetching what authorities say of their certificates")
struct RevocationClientTests {
    private let client = RevocationClient(by: .patient)

    @Test("openssl's responder answers about a certificate")
    func ocsp() async throws {
        let responder = try await OpenSSLResponder()
        let (leaf, issuer) = try await responder.certificates()
        let request = try OCSPRequest(certificate: leaf, issuer: issuer, nonce: [1, 2, 3, 4])
        let answer = try #require(
            try await client.ocspResponse(to: request.der, from: responder.url))
        let response = try OCSPResponse(der: answer)
        #expect(response.response(for: leaf, issuer: issuer)?.status == .good)
    }

    @Test("a list may be longer than other answers")
    func longList() async throws {
        let bytes = [UInt8](repeating: 0x30, count: 300_000)
        let list = try await Peer.serving({ _ in Response(bytes) }) { [client] in
            try await client.revocationList(at: $0.url)
        }
        #expect(list == bytes)
    }

    @Test("what is not there is nothing")
    func absent() async throws {
        let found = try await Peer.serving({ _ in Response([1], status: .notFound) }) {
            [client] in try await client.certificate(at: $0.url)
        }
        #expect(found == nil)
    }

    @Test("addresses in foreign certificates do not lead into this machine")
    func guarded() async throws {
        let client = RevocationClient(by: OutboundClient())
        await #expect(throws: OutboundFailure.self) {
            try await client.revocationList(at: "http://127.0.0.1/list.crl")
        }
    }
}

/// `openssl ocsp` as a process of its own, over one certificate that is good.
final class OpenSSLResponder: Sendable {
    let url: String
    private let folder: TemporaryFolder
    private let process: Int32

    init() async throws {
        folder = try TemporaryFolder()
        try await Self.run(Self.making, in: folder)
        let port = Int.random(in: 20_000..<30_000)
        url = "http://127.0.0.1:\(port)/"
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "ocsp", "-index", "index.txt", "-port", "\(port)", "-rsigner", "ca.crt", "-rkey",
            "ca.key", "-CA", "ca.crt",
        ]
        process.currentDirectoryURL = URL(filePath: folder.path)
        let log = try FileHandle(forWritingTo: URL(filePath: folder.write([], as: "log")))
        process.standardError = log
        process.standardOutput = log
        try process.run()
        self.process = process.processIdentifier
        // It serves one connection at a time: one that asks nothing would be in the way.
        try await Self.run("until grep -q waiting log; do sleep 0.05; done", in: folder)
    }

    deinit { kill(process, SIGKILL) }

    func certificates() async throws -> (EmbeddedCertificate, EmbeddedCertificate) {
        (
            try EmbeddedCertificate(der: folder.read("leaf.der")),
            try EmbeddedCertificate(der: folder.read("ca.der"))
        )
    }

    private static func run(_ script: String, in folder: TemporaryFolder) async throws {
        let answer = try await OutsideTool.run(
            "timeout", ["20", "bash", "-c", "cd '\(folder.path)' && \(script)"])
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
    }

    private static let making = """
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key \
        -out ca.crt -days 2 -subj /CN=Foreign -addext keyUsage=critical,keyCertSign,cRLSign && \
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout leaf.key \
        -out leaf.csr -subj /CN=Leaf && \
        openssl x509 -req -in leaf.csr -CA ca.crt -CAkey ca.key -set_serial 0x1001 -days 2 \
        -out leaf.crt && \
        printf 'V\\t491231235959Z\\t\\t1001\\tunknown\\t/CN=Leaf\\n' > index.txt && \
        openssl x509 -in leaf.crt -outform DER -out leaf.der && \
        openssl x509 -in ca.crt -outform DER -out ca.der
        """
}
