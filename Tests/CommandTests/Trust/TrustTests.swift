import Foundation
import TamgaTestKit
import Testing

@Suite("tamga trust")
struct TrustTests {
    private let folder: TemporaryFolder
    private let pki: CommandPKI
    private let data: String

    init() async throws {
        folder = try TemporaryFolder()
        pki = try await CommandPKI.shared.value
        data = folder.file("data")
    }

    private func trust(_ arguments: String...) async throws -> OutsideTool.Answer {
        try await Command.run(["trust"] + arguments + ["--data-dir", data])
    }

    private func lines(_ answer: OutsideTool.Answer) -> [String] {
        answer.output.split(separator: "\n").map(String.init)
    }

    /// SHA-256 of a certificate's DER, as openssl tells it.
    private func fingerprint(_ path: String) async throws -> String {
        let answer = try await OutsideTool.run(
            "openssl", ["x509", "-in", path, "-noout", "-fingerprint", "-sha256"])
        return String(answer.output.filter(\.isHexDigit).suffix(64)).lowercased()
    }

    private struct Row: Decodable {
        let id, subject, issuer, serial, notBefore, notAfter: String
    }

    private func listed() async throws -> [Row] {
        try await Command.json("trust", "list", "--data-dir", data, as: [Row].self)
    }

    @Test("a certificate is kept as one PEM file named by its SHA-256")
    func added() async throws {
        let id = try await fingerprint(pki.root)
        #expect(lines(try await trust("add", pki.rootDER)) == [id])
        let kept = try await OutsideTool.run(
            "openssl", ["x509", "-in", "\(data)/trust/\(id).pem", "-noout", "-subject"])
        #expect(kept.output.contains("Command Root"))
        let rows = try await listed()
        #expect(rows.map(\.id) == [id] && rows[0].subject == "CN=Command Root")
    }

    @Test("a file of several is added whole, and adding again changes nothing")
    func several() async throws {
        let first = lines(try await trust("add", pki.chain(.p256)))
        #expect(first.count == 3)
        #expect(lines(try await trust("add", pki.chain(.p256))) == first)
        #expect(try await listed().map(\.id) == first.sorted())
    }

    @Test("the list for people names subject, issuer and dates")
    func text() async throws {
        _ = try await trust("add", pki.root)
        let text = try await trust("list").output
        for word in ["CN=Command Root", "issuer", "serial", "valid"] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test("nothing trusted is an empty list")
    func empty() async throws {
        #expect(try await trust("list").succeeded)
        #expect(try await listed().isEmpty)
    }

    @Test("a certificate is removed by its id, or by the first digits of it")
    func removed() async throws {
        let id = try await fingerprint(pki.root)
        for wanted in [id, String(id.prefix(8)), id.uppercased()] {
            _ = try await trust("add", pki.root)
            #expect(lines(try await trust("remove", wanted)) == [id])
            #expect(try await listed().isEmpty)
        }
    }

    @Test("an id that is not there, or too short to be one, removes nothing", arguments: [7, 0])
    func unknown(count: Int) async throws {
        let id = try await fingerprint(pki.root)
        _ = try await trust("add", pki.root)
        let wanted = count == 0 ? String(repeating: "f", count: 64) : String(id.prefix(count))
        let answer = try await trust("remove", wanted)
        #expect(answer.status == 1 && answer.errors.contains("tamga trust list"))
        #expect(try await listed().count == 1)
    }

    @Test("a file without certificates is refused, and nothing is stored")
    func noCertificate() async throws {
        let answer = try await trust("add", pki.key(.p256))
        #expect(answer.status == 1 && answer.errors.contains("is no file of certificates"))
        #expect(try await trust("add", folder.file("absent")).errors.contains("cannot be read"))
        #expect(try await listed().isEmpty)
    }

    @Test("a damaged file of the list is named, and can be removed")
    func damaged() async throws {
        let id = try await fingerprint(pki.root)
        _ = try await trust("add", pki.root)
        let path = "\(data)/trust/\(id).pem"
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: pki.issuing, toPath: path)
        let answer = try await trust("list")
        #expect(answer.status == 1 && answer.errors.contains(path))
        #expect(try await trust("remove", id).succeeded)
        #expect(try await listed().isEmpty)
    }
}
