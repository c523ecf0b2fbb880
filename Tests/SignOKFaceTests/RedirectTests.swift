import Domain
import FaceTestKit
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

@Suite("Where orders may send browsers")
struct RedirectTests {
    private static let signer = #""signer":[{"index":1,"name":"김","contact":"a@example.net"}]"#

    private static func row(_ address: String) -> String {
        #"{\#(signer),"redirect_url":"\#(address)"}"#
    }

    /// A face whose account lists one origin.
    private func face(listing: Bool = true) async throws -> FaceUnderTest {
        let face = FaceUnderTest()
        if listing {
            try await face.world.ports.accounts.list(
                try #require(RedirectOrigin("https://shop.example")),
                for: Sample.author.account)
        }
        return face
    }

    private func bulk(
        _ face: FaceUnderTest, _ rows: [String], _ more: String = "",
        as user: User = Sample.author
    ) async throws -> Reply {
        let template = try await face.template("meeting")
        return try await face.ask(
            .post, "/api/v2/document/bulk/create", try await face.access(for: user),
            #"{"template_id":"\#(template)"\#(more),"bulk_list":[\#(rows.joined(separator: ","))]}"#
        )
    }

    @Test(
        "a listed origin is good, whatever the path and the spelling",
        arguments: ["https://shop.example/done?id=1", "https://SHOP.example:443"])
    func listed(address: String) async throws {
        let reply = try await bulk(try await face(), [Self.row(address)])
        #expect(reply.status == .ok, "\(reply.text)")
    }

    @Test(
        "another origin is refused in a single order",
        arguments: [
            "https://other.example/", "https://shop.example.evil/", "https://shop.example:8443/",
            "http://localhost/",
        ])
    func other(address: String) async throws {
        let face = try await face()
        let template = try await face.template("meeting")
        let reply = try await face.ask(
            .post, "/api/v1/document/create", try await face.access(),
            #"{"document":{"template_id":"\#(template)",\#(Self.row(address).dropFirst())}"#)
        #expect(reply.status == .badRequest)
        #expect(
            reply.text.contains(#""message":"document.redirect_url: "#), "\(reply.text)")
    }

    @Test("another origin in one row names the row, and nothing is made")
    func otherRow() async throws {
        let face = try await face()
        let rows = ["https://shop.example/", "https://other.example/"].map(Self.row)
        let reply = try await bulk(face, rows)
        #expect(reply.status == .badRequest)
        #expect(
            reply.text.contains(#""message":"bulk_list[1].redirect_url: "#), "\(reply.text)")
        #expect(await face.world.store.isEmpty)
    }

    @Test("another origin beside the rows is refused as well")
    func otherDefault() async throws {
        let reply = try await bulk(
            try await face(), ["{\(Self.signer)}"], #","redirect_url":"https://other.example""#)
        #expect(reply.status == .badRequest)
        #expect(reply.text.contains("bulk_list[0].redirect_url: "), "\(reply.text)")
    }

    @Test("an account that lists none may send browsers anywhere")
    func unlisted() async throws {
        let face = try await face(listing: false)
        let reply = try await bulk(face, [Self.row("https://other.example/")])
        #expect(reply.status == .ok, "\(reply.text)")
    }
}
