import Foundation
import TamgaTestKit

/// A SignOK client whose documents are signed by a firm with a certificate from outside and by a
/// person without one: over HTTP alone, and by the openssl command.
struct SignOKErrand: Sendable {
    let server: ServerProcess
    let firm: OutsideSigner
    let api: HTTPClient
    let browser: HTTPClient
    private let template: String

    static let number = "2208162517"
    static let address = "firm@example.com"

    private struct Pair: Decodable { let api_id, api_secret: String }

    /// - Parameter subject: of the firm's certificate.
    init(
        _ kind: OutsideSigner.Kind, subject: String = "/CN=Firm/serialNumber=\(number)"
    ) async throws {
        firm = try await OutsideSigner(kind, subject: subject)
        server = try ServerProcess()
        let folder = try TemporaryFolder()
        let tamga = Administration(dataFolder: server.dataFolder)
        try await tamga.run([
            "user", "add", "--email", "author@example.org", "--name", "Author", "--account", "A",
        ])
        try await tamga.run(["trust", "add", firm.rootFile])
        let printed = try await tamga.run([
            "template", "import", Self.template(in: folder), "--account", "A",
        ])
        template = String(printed.prefix { !$0.isNewline })
        let issued = try await tamga.run(["client", "issue", "--account", "A"])
        let pair = try JSONDecoder().decode(Pair.self, from: Data(issued.utf8))
        try await server.start()
        browser = HTTPClient(server: server, folder: try TemporaryFolder())
        let token = try await browser.accessToken(of: pair.api_id, pair.api_secret)
        api = HTTPClient(server: server, folder: folder, token: token)
    }

    private static func template(in folder: TemporaryFolder) throws -> String {
        try folder.write(SamplePDF.plain().bytes(), as: "contract.pdf")
        let json = """
            {"title":"계약서","options":{"signer_order":false},"files":[{"path":"contract.pdf"}],
             "signer":[{"index":1,"sign_method":"CERTIFICATE","certificate":"corporate"},
                       {"index":2,"sign_method":"SIMPLE"}]}
            """
        return try folder.write(Array(json.utf8), as: "template.json")
    }

    /// Makes a document and sends it; `auth` of each signer as JSON.
    func create(firm: String = "{}", person: String = "{}") async throws -> SignOKDocument {
        let order = """
            {"document":{"template_id":"\(template)","auto_send":true,"signer":[
             {"index":1,"name":"회사","email":"\(Self.address)","auth":\(firm)},
             {"index":2,"name":"홍길동","email":"person@example.com","auth":\(person)}]}}
            """
        let answer = try await api.insist {
            try await api.send(
                "POST", "/api/v1/document/create",
                ["-H", "Content-Type: application/json", "-d", order])
        }
        return try SignOKDocument(answer, errand: self)
    }

    /// What `tamga verify` says of a finished document with the trust list.
    func verdict(on file: FinishedFile) async throws -> OutsideTool.Answer {
        try await OutsideTool.run(
            BuiltTamga.path,
            ["verify", file.path, "--trust", ownRoot, "--trust", firm.rootFile])
    }

    var ownRoot: String { server.dataFolder + "/keys/root.crt" }
}

extension HTTPClient {
    /// An access token for a pair.
    fileprivate func accessToken(of id: String, _ secret: String) async throws -> String {
        struct Tokens: Decodable { let access_token: String }
        return try await insist {
            try await send(
                "POST", "/oauth/token",
                ["-u", "\(id):\(secret)", "-d", "grant_type=password"]
                    + ["-d", "username=api", "-d", "password=nopassword"])
        }.decoded(Tokens.self).access_token
    }
}

/// `tamga` on a server's data directory; what it prints.
struct Administration {
    let dataFolder: String

    @discardableResult
    func run(_ arguments: [String]) async throws -> String {
        let answer = try await OutsideTool.run(
            BuiltTamga.path, arguments + ["--data-dir", dataFolder])
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
        return answer.output
    }
}
