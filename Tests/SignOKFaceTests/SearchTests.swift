import Domain
import FaceTestKit
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

/// What lists and counts find, over stubs and over the database.
struct SearchTests {
    static let worlds: [@Sendable () async throws -> StubWorld] = [
        { StubWorld() }, { try await SQLStores().world() },
    ]

    private static func count(_ face: FaceUnderTest, _ query: String) async throws -> String {
        try await face.ask(.get, "/api/v2/document/count?\(query)", face.access()).text
    }

    private static func counted(_ number: Int) -> String {
        #"{"result":{"count":\#(number)},"code":"200","message":"success"}"#
    }

    @Test("days are whole days of Seoul, the last one included", arguments: worlds.indices)
    func days(world: Int) async throws {
        let face = FaceUnderTest(world: try await Self.worlds[world]())
        _ = try await face.access()
        // 2026-11-18 20:06:40 in Seoul: 14,000 s before midnight.
        for seconds: Int64 in [13_999, 1, 86_399, 1] {
            face.world.clock.advance(seconds: seconds)
            try await face.document("at \(face.world.clock.now())")
        }
        for (query, number) in [
            ("start_date=20261118&end_date=20261118", 1),
            ("start_date=20261119&end_date=20261119", 2),
            ("start_date=20261120", 1), ("end_date=20261119", 3), ("end_date=20261117", 0),
            ("start_date=20261118&end_date=20261120", 4),
        ] {
            #expect(try await Self.count(face, query) == Self.counted(number), "\(query)")
        }
    }

    @Test("titles and signers in part, codes exactly, in any script", arguments: worlds.indices)
    func filters(world: Int) async throws {
        let face = FaceUnderTest(world: try await Self.worlds[world]())
        _ = try await face.access()
        try await face.document("Договор АРЕНДЫ", clientID: "A-1", signers: ["Ли Ён Э", "Ким А"])
        try await face.document("근로계약서 50%", clientID: "a-1", signers: ["김 민수"])
        try await face.document("lease_1\\", signers: ["Smith John"])
        for (query, number) in [
            ("title=%D0%B0%D1%80%D0%B5%D0%BD%D0%B4", 1), ("title=LEASE", 1), ("title=%25", 1),
            ("title=_", 1), ("title=%5C", 1), ("title=%EA%B3%84%EC%95%BD", 1), ("title=%27", 0),
            ("signer_name=smith+j", 1), ("signer_name=%D1%91%D0%BD", 1), ("signer_name=x", 0),
            ("search_code=A-1", 1), ("search_code=a-1", 1), ("search_code=A-", 0),
            ("title=l&signer_name=smith&status=ESC000", 1), ("title=l&status=ESC001", 0),
            ("", 3),
        ] {
            #expect(try await Self.count(face, query) == Self.counted(number), "\(query)")
        }
    }

    @Test("every document stands on one page, once", arguments: worlds.indices)
    func pages(world: Int) async throws {
        let face = FaceUnderTest(world: try await Self.worlds[world]())
        let access = try await face.access()
        var made: [String] = []
        for number in 0..<23 {
            // Some in the same instant: the id decides.
            if number % 3 == 0 { face.world.clock.advance(seconds: 1) }
            made.append(try await face.document("\(number)").id.compact)
        }
        var listed: [String] = []
        for page in 1...5 {
            let text = try await face.ask(.get, "/api/v2/document?per_page=5&page=\(page)", access)
                .text
            listed += text.matches(of: /"id":"([0-9a-f]{32})"/).map { String($0.1) }
        }
        #expect(listed.count == 23)
        #expect(Set(listed) == Set(made))
        #expect(listed.last.map(Set(made.prefix(3)).contains) == true)
    }

    @Test("codes of states that no document is in find nothing", arguments: worlds.indices)
    func emptyStates(world: Int) async throws {
        let face = FaceUnderTest(world: try await Self.worlds[world]())
        _ = try await face.access()
        try await face.document("A")
        for code in ["ESC001", "ESC002", "ESC003", "ESC004", "ESC005", "ESC006"] {
            #expect(try await Self.count(face, "status=\(code)") == Self.counted(0), "\(code)")
        }
    }
}
