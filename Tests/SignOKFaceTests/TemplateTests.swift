import Domain
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

/// Templates over the wire: what the transcripts do not show.
struct TemplateTests {
    private let face = FaceUnderTest()

    @Test(
        "an id of no template of the account is 404 in its version's envelope",
        arguments: [
            ("/api/v1/template/", #"{"template":{"status":"failure","message":"#),
            ("/api/v2/template/", #"{"code":"404","message":"#),
        ])
    func notFound(path: String, body: String) async throws {
        let foreign = Template.sample(by: Sample.stranger)
        try await face.world.ports.templates.add(foreign)
        for id in [foreign.id.compact, "7", Template.sample(51).id.compact] {
            let reply = try await face.ask(.get, path + id, face.access())
            #expect(reply.status == .notFound)
            #expect(reply.text.hasPrefix(body))
        }
    }

    @Test(
        "templates are read with a token alone",
        arguments: ["/api/v1/template", "/api/v2/template/7"])
    func unauthenticated(path: String) async throws {
        #expect(try await face.ask(.get, path, nil).status == .unauthorized)
    }

    @Test("every template stands on one page, once", arguments: SearchTests.worlds.indices)
    func pages(world: Int) async throws {
        let face = FaceUnderTest(world: try await SearchTests.worlds[world]())
        let access = try await face.access()
        for number: UInt8 in 50..<57 {
            // Some in the same instant: the id decides.
            let createdAt = Sample.now.adding(seconds: Int64(number / 3))
            try await face.world.ports.templates.add(.sample(number, at: createdAt))
        }
        var listed: [String] = []
        for page in 1...3 {
            let text = try await face.ask(
                .post, "/api/v1/template", access, #"{"template":{"page":\#(page),"per_page":"3"}}"#
            ).text
            listed += text.matches(of: /"id":"([0-9a-f]{32})"/).map { String($0.1) }
        }
        let newestFirst = (50..<57).reversed().map { Template.sample(UInt8($0)).id.compact }
        #expect(listed == newestFirst)
    }
}
