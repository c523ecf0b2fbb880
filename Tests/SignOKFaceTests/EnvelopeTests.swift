import Domain
import HTTPCommon
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

@testable import SignOKFace

struct EnvelopeTests {
    private static let nobody = "677de98166124c6fac9aa5de6e6b8a92"

    @Test(
        "the status stands in the envelope alone where the operator wants it",
        arguments: [
            ("/api/v2/document/\(nobody)", #"{"code":"404","#),
            ("/api/v2/document?page=0", #"{"code":"400","#),
            ("/api/v2/nowhere", #"{"code":"404","#),
            ("/api/v1/document/\(nobody)", #"{"document":{"status":"failure","#),
        ])
    func alwaysOK(target: String, start: String) async throws {
        let face = FaceUnderTest(alwaysOK: true)
        let reply = try await face.ask(.get, target, try await face.access())
        #expect(reply.status == .ok)
        #expect(reply.text.hasPrefix(start), "\(reply.text)")
    }

    @Test("but for downloads", arguments: ["v1", "v2"])
    func downloads(version: String) async throws {
        let face = FaceUnderTest(alwaysOK: true)
        let access = try await face.access()
        let document = try await face.document("A")
        let target = "/api/\(version)/document/\(document.id.compact)/download"
        #expect(try await face.ask(.get, target, access).status == .conflict)
        try await face.world.breakStores()
        #expect(try await face.ask(.get, target + "/", access).status == .internalServerError)
    }

    @Test("and for who is not known", arguments: [nil, "Bearer x", "Basic x"])
    func unknown(authorization: String?) async throws {
        var fields = HTTPFields()
        fields[.authorization] = authorization
        let reply = try await FaceUnderTest(alwaysOK: true).client.ask(
            .get, "/api/v2/document/count", fields, body: "")
        #expect(reply.status == .unauthorized)
    }

    @Test("a fault is neutral in both versions", arguments: ["v1", "v2"])
    func fault(version: String) async throws {
        let face = FaceUnderTest()
        let access = try await face.access()
        await face.world.store.failReading(StubFault("disk"))
        let reply = try await face.ask(.get, "/api/\(version)/document", access)
        #expect(reply.status == .internalServerError)
        #expect(reply.text.contains("7e57") && !reply.text.contains("disk"))
    }

    @Test(
        "every failure of a request's form has its status",
        arguments: [
            (RequestFailure.routeNotFound, 404), (.methodNotAllowed(allowed: ["GET"]), 405),
            (.malformedRequest, 400), (.unsupportedMediaType(expected: "x"), 415),
            (.bodyTooLarge(limit: 1), 413), (.bodyTooSlow, 408), (.bodyTruncated, 400),
            (.malformedJSON(offset: 1), 400), (.jsonTooDeep(limit: 32), 400),
            (.malformedMultipart(.truncated), 400), (.rangeNotSatisfiable(byteCount: 5), 416),
            (.foreignOrigin, 403),
        ])
    func failures(failure: RequestFailure, status: Int) {
        let answer = FailureTable.answer(to: failure)
        #expect(answer.status.code == status)
        #expect(answer.message.contains { ("가"..."힣").contains($0) }, "\(answer.message)")
    }
}
