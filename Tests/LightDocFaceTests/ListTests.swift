import Domain
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

struct ListTests {
    @Test("a list longer than a page is one array, newest first", arguments: ["false", "true"])
    func pages(full: String) async throws {
        let face = FaceUnderTest()
        let token = try await face.world.token(of: Sample.author)
        let actor = Sample.actor(Sample.author)
        var ids: [String] = []
        for _ in 0..<1_050 {
            face.world.clock.advance(seconds: 1)
            let document = try await CreateDocument(face.world.ports)(Self.wanted, by: actor)
            ids.insert("\(document.id)", at: 0)
        }
        let reply = try await face.ask(.get, "/v1/documents?full=\(full)", token)
        let listed = reply.text.matches(of: /"documentID":"([^"]+)"/).map { String($0.1) }
        #expect(listed == ids)
        #expect(reply.text.hasPrefix("[{") && reply.text.hasSuffix("}]"))
        #expect(!reply.text.contains("}{") && !reply.text.contains(",,"))
    }

    @Test("a fault of the store still has a status")
    func fault() async throws {
        let face = FaceUnderTest()
        let token = try await face.world.token(of: Sample.author)
        await face.world.store.failReading(StubFault("disk"))
        let reply = try await face.ask(.get, "/v1/documents", token)
        #expect(reply.status == .internalServerError)
        #expect(!reply.text.contains("disk"))
    }

    private static let wanted = NewDocument(
        clientID: nil, name: "Договор", isSequential: false, language: .russian,
        recipients: [
            NewRecipient(
                name: Sample.anna.name, contact: .email(Sample.anna.email), number: nil,
                role: .signer(.simple), access: .code,
                requiresVerification: false)
        ])
}
