import Foundation
import HTTPTestKit
import HTTPTypes
import Hummingbird
import Outbound
import Synchronization
import TamgaTestKit

@testable import Domain
@testable import Identity

/// A contracted provider of the tests: a server of its own that answers as it is told.
enum Provider {
    static let secret = [UInt8](0..<32)

    /// What the provider was asked.
    struct Message: Sendable {
        let head: HTTPFields
        let body: [UInt8]

        var data: [String: Any] {
            let message = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
            return message?["data"] as? [String: Any] ?? [:]
        }

        var text: String { String(decoding: body, as: UTF8.self) }

        func field(_ name: String) -> String {
            HTTPField.Name(name).flatMap { head[$0] } ?? ""
        }
    }

    /// The outcome of the body, and what the provider was asked meanwhile.
    static func answering<Value: Sendable>(
        _ answer: String, status: Int = 200,
        _ body: @escaping @Sendable (WebhookIdentity) async throws -> Value
    ) async throws -> (Value, [Message]) {
        let heard = Heard()
        let value = try await Peer.serving({ request in
            let bytes = try await request.body.collect(upTo: 1 << 20)
            heard.add(Message(head: request.headers, body: Array(bytes.readableBytesView)))
            return Response(Array(answer.utf8), status: .init(code: status))
        }) { try await body(webhook($0.url)) }
        return (value, heard.messages)
    }

    static func webhook(
        _ url: String, onTrouble: @escaping @Sendable (IdentityUnavailable) -> Void = { _ in }
    ) -> WebhookIdentity {
        WebhookIdentity(
            url: url, by: OutboundClient(rules: .anywhere), signer: WebhookSigner(secret: secret),
            clock: StubClock(Sample.now), randomness: StubRandomness(), onTrouble: onTrouble)
    }

    private final class Heard: Sendable {
        private let list = Mutex<[Message]>([])

        var messages: [Message] { list.withLock { $0 } }

        func add(_ message: Message) { list.withLock { $0.append(message) } }
    }
}

extension IdentityCheck {
    static let sample = IdentityCheck(
        id: Sample.id(60), kind: .phoneIdentity, name: "김영희",
        contact: .email(Sample.email("kim@example.org")),
        document: Notice.Document(id: Sample.id(1), name: "근로계약서", author: "Петров Пётр"),
        recipient: Sample.id(20), language: .korean)
}

extension IdentityAnswer {
    static let sample = IdentityAnswer(name: "김 영희", code: "12 34 56")
}
