import TamgaTestKit

/// A server whose operator trusts one outside root, and people who sign by the openssl command
/// what their pages give them: over HTTP alone.
struct ExternalErrand: Sendable {
    let server: ServerProcess
    let people: Correspondent
    let signer: OutsideSigner
    let document: String
    let names: [String]

    private struct Created: Decodable { let documentID: String }

    init(_ kind: OutsideSigner.Kind, signers count: Int = 1) async throws {
        signer = try await OutsideSigner(kind)
        server = try ServerProcess()
        people = try await Correspondent(server, upload: SamplePDF.plain(pages: 2).bytes())
        let answer = try await OutsideTool.run(
            BuiltTamga.path, ["trust", "add", signer.rootFile, "--data-dir", server.dataFolder])
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
        try await server.start()
        names = (0..<count).map { "outside\($0)" }
        document = try await Self.create(people, names)
        try await people.upload(to: document)
        try await people.wait(for: "Signing", of: document)
    }

    private static func create(
        _ people: Correspondent, _ names: [String]
    ) async throws -> String {
        let rows = names.map { name in
            """
            {"lastName":"Signer","firstName":"\(name)","email":"\(name)@example.com",\
            "approveType":"QesRu"}
            """
        }
        let body = """
            {"name":"Договор","isSequential":false,"signers":[\(rows.joined(separator: ","))]}
            """
        return try await people.api.insist {
            try await people.api.send(
                "POST", "/v1/documents", ["-H", "Content-Type: application/json", "-d", body])
        }.decoded(Created.self).documentID
    }

    /// The exact bytes to sign, by the page's own link to them.
    func prepared(for name: String) async throws -> [UInt8] {
        try await people.browser.bytes(
            behind: "download-prepared", on: people.page(of: name))
    }

    func submit(_ signature: [UInt8], by name: String) async throws -> HTTPClient.Answer {
        try await people.browser.upload(
            signature, as: "cms", to: "cms", of: people.page(of: name))
    }

    func sign(by name: String) async throws -> HTTPClient.Answer {
        try await submit(signer.sign(prepared(for: name)), by: name)
    }

    /// The finished file.
    func download() async throws -> FinishedFile {
        try await people.wait(for: "Signed", of: document)
        let answer = try await people.api.insist {
            try await people.api.send("GET", "/v1/documents/\(document)/signed")
        }
        return try FinishedFile(answer.body, rootCertificate: ownRoot)
    }

    var ownRoot: String { server.dataFolder + "/keys/root.crt" }
}
