import FaceTestKit
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain
@testable import SignOKFace

struct BulkTests {
    static let worlds: [@Sendable () async throws -> StubWorld] = [
        { StubWorld() }, { try await SQLStores().world() },
    ]

    private static func row(_ number: Int, _ more: String = "") -> String {
        #"{"transaction_seq":"\#(number)","signer":[{"index":1,"name":"김 \#(number)","#
            + #""contact":"s\#(number)@example.net"\#(more)}]}"#
    }

    private static func ask(
        _ face: FaceUnderTest, _ rows: [String], _ more: String = "", access: TokenSecret
    ) async throws -> Reply {
        let template = try await face.template("meeting")
        return try await face.ask(
            .post, "/api/v2/document/bulk/create", access,
            #"{"template_id":"\#(template)"\#(more),"bulk_list":[\#(rows.joined(separator: ","))]}"#
        )
    }

    private static func count(_ face: FaceUnderTest, _ access: TokenSecret) async throws -> String {
        try await face.ask(.get, "/api/v2/document/count", access).text
    }

    @Test("a thousand rows become a thousand documents", arguments: worlds.indices)
    func thousand(world: Int) async throws {
        let face = FaceUnderTest(world: try await Self.worlds[world]())
        let access = try await face.access()
        let reply = try await Self.ask(face, (1...1_000).map { Self.row($0) }, access: access)
        #expect(reply.status == .ok)
        #expect(reply.text.matches(of: /"document_id":"[0-9a-f]{32}"/).count == 1_000)
        #expect(try await Self.count(face, access).contains(#"{"count":1000}"#))
    }

    @Test("one bad row of a thousand, and there is none", arguments: worlds.indices)
    func badRow(world: Int) async throws {
        let face = FaceUnderTest(world: try await Self.worlds[world]())
        let access = try await face.access()
        let rows =
            (1...999).map { Self.row($0) } + [Self.row(1_000, #","memo":7,"auth":{"hp":"김"}"#)]
        let reply = try await Self.ask(face, rows, access: access)
        #expect(reply.status == .badRequest)
        #expect(reply.text.contains("bulk_list[999].signer[0].auth.hp: "), "\(reply.text)")
        #expect(try await Self.count(face, access).contains(#"{"count":0}"#))
    }

    @Test("no row, and one more than a thousand", arguments: [0, 1_001])
    func rowCount(count: Int) async throws {
        let face = FaceUnderTest()
        let access = try await face.access()
        let reply = try await Self.ask(face, (0..<count).map { Self.row($0) }, access: access)
        #expect(reply.status == .badRequest)
        #expect(reply.text.contains(#""message":"bulk_list: "#), "\(reply.text)")
    }

    @Test("what all rows share may stand beside them, and a row's own wins")
    func defaults() async throws {
        let face = FaceUnderTest()
        let access = try await face.access()
        let own = Self.row(2).dropLast() + #","title":"Own","search_code":"b"}"#
        let reply = try await Self.ask(
            face, [Self.row(1), String(own)], #","title":"All","search_code":"a""#, access: access)
        #expect(reply.status == .ok)
        for (query, number) in [("title=All", 1), ("title=Own", 1), ("search_code=a", 1)] {
            let text = try await face.ask(.get, "/api/v2/document/count?\(query)", access).text
            #expect(text.contains(#"{"count":\#(number)}"#), "\(query)")
        }
    }

    @Test("the same password is hashed once", .timeLimit(.minutes(2)))
    func passwords() async throws {
        let face = FaceUnderTest()
        let access = try await face.access()
        let rows = (1...200).map { Self.row($0, #","auth":{"password":"1234"}"#) }
        _ = try await Self.ask(face, rows, access: access)
        let documents = try await face.world.ports.documents.found(
            DocumentSearch(), in: Sample.author.account, offset: 0, limit: 200)
        var hashes: Set<String> = []
        for found in documents {
            let document = try await face.world.ports.documents.document(found.id)
            hashes.insert(document?.recipients[0].access.checks?.passwordHash ?? "")
        }
        #expect(documents.count == 200)
        #expect(hashes.count == 1)
        let hash = try #require(hashes.first)
        #expect(try Sample.links.accepts("1234", hash))
    }

    @Test("pictures are kept once and stand in the stamp")
    func pictures() async throws {
        let face = FaceUnderTest()
        let access = try await face.access()
        let items = #","items":[{"key":"org_stamp","image":"UE5H"}]"#
        _ = try await Self.ask(face, [Self.row(1, items), Self.row(2, items)], access: access)
        let found = try await face.world.ports.documents.found(
            DocumentSearch(), in: Sample.author.account, offset: 0, limit: 1)
        let document = try await face.world.ports.documents.document(found[0].id)
        let stamp = document?.fields.first { $0.key == "org_stamp" }
        guard case .stored(let blob)? = stamp?.prefilled else {
            Issue.record("\(String(describing: stamp))")
            return
        }
        #expect(try await face.world.archive.bytes(of: blob) == Array("PNG".utf8))
        #expect(face.world.archive.blobCount == 2)
    }

    @Test("a transaction of another account is not there")
    func foreign() async throws {
        let face = FaceUnderTest()
        let reply = try await Self.ask(face, [Self.row(1)], access: try await face.access())
        let id = try #require(reply.text.firstMatch(of: /"transaction_id":"([0-9a-f]{32})"/)?.1)
        let path = "/api/v2/document/bulk/\(id)"
        #expect(try await face.ask(.get, path, try await face.access()).status == .ok)
        let stranger = try await face.access(for: Sample.stranger)
        #expect(try await face.ask(.get, path, stranger).status == .notFound)
        #expect(try await face.ask(.get, "/api/v2/document/bulk/x", stranger).status == .notFound)
    }
}
