import Domain
import FoundationEssentials
import HTTPCommon
import HTTPTestKit
import HTTPTypes
import Hummingbird
import LightDocFace
import TamgaTestKit

/// The face over stub ports, answering without a network.
struct FaceUnderTest {
    var world = StubWorld()

    /// A client of the face's router.
    var client: RouterClient {
        let router = Router(context: TamgaContext.self)
        LightDocFace(ports: world.ports, zone: .gmt).addRoutes(to: router)
        return RouterClient(router)
    }

    /// One request by this token.
    func ask(
        _ method: HTTPRequest.Method, _ target: String, _ token: TokenSecret?, _ body: String = "",
        type: String = "application/json"
    ) async throws -> Reply {
        var fields: HTTPFields = [.contentType: type]
        fields[.authorization] = token.map { "Bearer \($0.text)" }
        return try await client.ask(method, target, fields, body: body)
    }
}
