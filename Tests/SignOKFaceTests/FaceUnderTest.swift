import Domain
import FaceTestKit
import FoundationEssentials
import HTTPCommon
import HTTPTestKit
import HTTPTypes
import Hummingbird
import LightDocFace
import SignOKFace
import TamgaTestKit

/// The face over stub ports, answering without a network. Documents are made on the other face,
/// which stands beside it.
struct FaceUnderTest {
    var world = StubWorld()
    var vocabulary = Vocabulary()
    var alwaysOK = false

    /// A client of the router with both faces.
    var client: RouterClient {
        let router = Router(context: TamgaContext.self)
        LightDocFace(ports: world.ports, zone: .gmt).addRoutes(to: router)
        SignOKFace(ports: world.ports, vocabulary: vocabulary, alwaysOK: alwaysOK)
            .addRoutes(to: router)
        return RouterClient(router)
    }

    /// An access token of a new client that acts for this user.
    func access(for user: User = Sample.author) async throws -> TokenSecret {
        _ = try await world.token(of: user)
        let (id, secret) = try await ManageAccounts(world.ports).issueClient(for: user)
        let grantTokens = GrantTokens(world.ports)
        let client = try await grantTokens.client(
            ClientCredentials(id: id, secret: secret.text))
        return try await grantTokens(to: client).access
    }

    func ask(
        _ method: HTTPRequest.Method, _ target: String, _ token: TokenSecret?, _ body: String = "",
        type: String? = "application/json"
    ) async throws -> Reply {
        var fields = HTTPFields()
        fields[.contentType] = type
        fields[.authorization] = token.map { "Bearer \($0.text)" }
        return try await client.ask(method, target, fields, body: body)
    }

    /// One of the templates that transcripts speak of; its id as this wire writes it.
    func template(_ name: String) async throws -> String {
        try await world.addTemplate(name).id.compact
    }

    /// A draft of the sample's author with these signers, by name.
    @discardableResult
    func document(
        _ name: String, clientID: String? = nil, isSequential: Bool = false,
        signers: [String] = ["Ким Анна"]
    ) async throws -> Document {
        try await CreateDocument(world.ports)(
            NewDocument(
                clientID: clientID, name: name, isSequential: isSequential, language: .russian,
                recipients: signers.enumerated().map { index, signer in
                    NewRecipient(
                        name: PersonName(signer) ?? PersonName(lastName: "", firstName: ""),
                        contact: .email(Sample.email("signer\(index)@example.net")),
                        number: index + 1,
                        role: .signer(.simple), access: .code, requiresVerification: false)
                }),
            by: Sample.actor(Sample.author))
    }
}
