import Foundation
import TamgaTestKit
import Testing

@Suite("The authority of a running server")
struct AuthorityTests {
    @Test("openssl verifies a timestamp from /tsa with the exported root")
    func timestamp() async throws {
        let desk = try await AuthorityDesk()
        try await desk.openssl("ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "query")
        let reply = try await desk.post("/tsa", file: "query", as: "application/timestamp-query")
        #expect(reply.status == 200)
        try desk.folder.write(reply.body, as: "reply")
        let judged = try await desk.openssl(
            "ts", "-verify", "-in", "reply", "-queryfile", "query", "-CAfile", "root.pem",
            "-untrusted", "issuing.pem")
        #expect(judged.contains("Verification: OK"), "\(judged)")
    }

    @Test("what is no request gets a rejection, another body an error")
    func rejections() async throws {
        let desk = try await AuthorityDesk()
        let noise = try await desk.post("/tsa", file: "data", as: "application/timestamp-query")
        #expect(noise.status == 200)
        try desk.folder.write(noise.body, as: "reply")
        #expect(
            try await desk.openssl("ts", "-reply", "-in", "reply", "-text")
                .contains("Status: Rejected."))
        #expect(try await desk.post("/tsa", file: "data", as: "text/plain").status == 415)
        try desk.folder.write(Array(repeating: 0, count: 100_000), as: "large")
        #expect(
            try await desk.post("/tsa", file: "large", as: "application/timestamp-query").status
                == 413)
    }

    @Test("certificates and lists of the issuers are served, and belong together")
    func published() async throws {
        let desk = try await AuthorityDesk()
        for issuer in ["root", "issuing"] {
            try desk.folder.write(try await desk.get("/pki/\(issuer).crt"), as: "\(issuer).der")
            try desk.folder.write(try await desk.get("/pki/\(issuer).crl"), as: "\(issuer).crl")
            let text = try await desk.openssl(
                "crl", "-inform", "DER", "-in", "\(issuer).crl", "-noout", "-verify", "-CAfile",
                "\(issuer).pem")
            #expect(text.contains("verify OK"), "\(text)")
            let same = try await desk.openssl("x509", "-inform", "DER", "-in", "\(issuer).der")
            #expect(same == String(decoding: try desk.folder.read("\(issuer).pem"), as: UTF8.self))
        }
    }

    @Test("a certificate revoked beside the running server is on the next list")
    func revoked() async throws {
        let desk = try await AuthorityDesk()
        let serial = try await desk.openssl(
            "x509", "-in", desk.server.dataFolder + "/keys/seal.crt", "-noout", "-serial"
        ).dropFirst("serial=".count).dropLast()
        let said = try await desk.tamga("ca", "revoke", String(serial), "--reason", "superseded")
        #expect(said.succeeded, "\(said.errors)")
        try desk.folder.write(try await desk.get("/pki/issuing.crl"), as: "issuing.crl")
        let text = try await desk.openssl(
            "crl", "-inform", "DER", "-in", "issuing.crl", "-noout", "-text")
        #expect(text.contains("Serial Number: \(serial)"))
        #expect(text.contains("Superseded"))
        let again = try await desk.tamga("ca", "revoke", String(serial))
        #expect(!again.succeeded && again.errors.contains("was revoked before"))
        #expect(try await !desk.tamga("ca", "revoke", "4F00").succeeded)
    }

    @Test("ca crl prints a list that openssl verifies, with a number that grows")
    func list() async throws {
        let desk = try await AuthorityDesk()
        var numbers: [Int] = []
        for _ in 0..<2 {
            let printed = try await desk.tamga("ca", "crl", "issuing")
            try desk.folder.write(Array(printed.output.utf8), as: "list.pem")
            let text = try await desk.openssl(
                "crl", "-in", "list.pem", "-noout", "-crlnumber", "-verify", "-CAfile",
                "issuing.pem")
            #expect(text.contains("verify OK"), "\(text)")
            let digits = try #require(text.firstMatch(of: /crlNumber=0x([0-9A-F]+)/)).1
            numbers.append(try #require(Int(digits, radix: 16)))
            try await Task.sleep(for: .milliseconds(1_100))
        }
        #expect(numbers[0] < numbers[1])
    }

    @Test("ca show tells of both issuers")
    func show() async throws {
        let desk = try await AuthorityDesk()
        let shown = try await desk.tamga("ca", "show")
        #expect(shown.output.contains("Tamga Root CA") && shown.output.contains("Tamga Issuing CA"))
        #expect(try await desk.tamga("ca", "show", "--json").output.contains("\"nextUpdate\""))
    }
}

/// A running server, and what others use to look at its authority.
struct AuthorityDesk: Sendable {
    let server: ServerProcess
    let folder: TemporaryFolder
    private let client: HTTPClient

    /// With the exported certificates as `root.pem` and `issuing.pem`, and some `data`.
    init() async throws {
        server = try ServerProcess()
        folder = try TemporaryFolder()
        client = HTTPClient(server: server, folder: folder)
        try await server.start()
        try folder.write(Array("what was there".utf8), as: "data")
        for issuer in ["root", "issuing"] {
            let exported = try await tamga("ca", "export", issuer)
            try folder.write(Array(exported.output.utf8), as: "\(issuer).pem")
        }
    }

    func tamga(_ arguments: String...) async throws -> OutsideTool.Answer {
        try await OutsideTool.run(
            BuiltTamga.path, arguments + ["--data-dir", server.dataFolder])
    }

    func get(_ path: String) async throws -> [UInt8] {
        let answer = try await client.send("GET", path)
        #expect(answer?.status == 200)
        return answer?.body ?? []
    }

    func post(_ path: String, file: String, as type: String) async throws -> HTTPClient.Answer {
        try #require(
            try await client.send(
                "POST", path,
                ["-H", "Content-Type: \(type)", "--data-binary", "@\(folder.file(file))"]))
    }

    /// What openssl prints, complaints included, in the folder.
    @discardableResult
    func openssl(_ arguments: String...) async throws -> String {
        let answer = try await OutsideTool.run(
            "sh", ["-c", "cd \"$0\" && exec openssl \"$@\" 2>&1", folder.path] + arguments)
        return answer.output
    }
}
