import Delivery
import Domain
import TamgaTestKit

@testable import Server

/// A client of the LightDoc API and its signers, over HTTP and mail alone. A step that got no
/// answer is repeated until it is seen to be done.
struct Correspondent: Sendable {
    let api: HTTPClient
    let browser: HTTPClient
    let spool: MailSpool
    let token: TokenSecret
    /// What is uploaded to every document.
    let upload: String

    private struct Created: Decodable { let documentID: String }
    private struct State: Decodable { let status: String }

    /// Makes the data directory with an author and a token, before the server starts.
    init(_ server: ServerProcess, upload bytes: [UInt8]) async throws {
        let settings = try Site.settings(server.dataFolder)
        let place = try await Workplace.open(settings)
        let author = try await Site.author(at: place)
        token = try await ManageAccounts(place.ports).issueToken(
            for: author.user, name: "client", permissions: Set(Permission.allCases),
            expiresAt: nil)
        spool = try Workplace.spool(settings)
        let folder = try TemporaryFolder()
        upload = try folder.write(bytes, as: "contract.pdf")
        api = HTTPClient(server: server, folder: folder, token: token.text)
        browser = HTTPClient(server: server, folder: try TemporaryFolder())
    }

    private init(_ other: Correspondent, browser: HTTPClient) {
        api = other.api
        self.browser = browser
        spool = other.spool
        token = other.token
        upload = other.upload
    }

    /// The same people at another browser, with cookies of its own.
    func with(browser: HTTPClient) -> Correspondent { Correspondent(self, browser: browser) }

    /// Returns the acknowledged document's id.
    func create(_ name: String, signers: [String]) async throws -> String {
        let people = signers.enumerated().map { index, signer in
            """
            {"lastName":"Signer","firstName":"\(signer)","email":"\(signer)@example.com",\
            "approveType":"\(index % 2 == 0 ? "Bes" : "AesLightDoc")"}
            """
        }
        let body = """
            {"name":"\(name)","isSequential":false,"signers":[\(people.joined(separator: ","))]}
            """
        return try await api.insist {
            try await api.send(
                "POST", "/v1/documents", ["-H", "Content-Type: application/json", "-d", body])
        }.decoded(Created.self).documentID
    }

    func upload(to id: String) async throws {
        try await api.until {
            let answer = try await api.send(
                "POST", "/v1/documents/\(id)/files",
                ["-F", "files=@\(upload);type=application/pdf"])
            if answer?.status == 200 { return true }
            // Files that arrived without an answer have been sent by the server meanwhile.
            return try await status(of: id) == "Signing"
        }
    }

    func wait(for state: String, of id: String) async throws {
        try await api.until { try await status(of: id) == state }
    }

    /// `nil` without an answer.
    func status(of id: String) async throws -> String? {
        try await api.send("GET", "/v1/documents/\(id)/status")?.decoded(State.self).status
    }
}
