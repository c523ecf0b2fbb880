import Crypto
import Domain
import Foundation
import TamgaTestKit
import Testing

@testable import Identity

@Suite("What a contracted provider is asked")
struct WebhookMessageTests {
    private let started = #"{"status":"started"}"#

    private func begun() async throws -> Provider.Message {
        let (_, messages) = try await Provider.answering(started) { try await $0.begin(.sample) }
        return try #require(messages.first)
    }

    @Test("a message is signed under the shared secret")
    func signed() async throws {
        let message = try await begun()
        let (id, time) = (message.field("webhook-id"), message.field("webhook-timestamp"))
        let signed = Array("\(id).\(time).".utf8) + message.body
        let code = HMAC<SHA256>.authenticationCode(
            for: signed, using: SymmetricKey(data: Provider.secret))
        #expect(message.field("webhook-signature") == "v1," + Data(code).base64EncodedString())
        #expect(time == "\(Sample.now.seconds)" && id.hasPrefix("msg_"))
    }

    @Test("no two messages have one id")
    func ids() async throws {
        let (_, messages) = try await Provider.answering(started) { webhook in
            for _ in 0..<3 { _ = try await webhook.begin(.sample) }
        }
        #expect(Set(messages.map { $0.field("webhook-id") }).count == 3)
    }

    @Test("a beginning names the check, the person and the document")
    func beginning() async throws {
        let message = try await begun()
        #expect(message.text.contains(#""type":"identity.begin""#))
        let data = message.data
        #expect(data["check"] as? String == "\(IdentityCheck.sample.id)")
        #expect(data["kind"] as? String == "phoneIdentity")
        #expect(data["name"] as? String == "김영희")
        #expect(data["email"] as? String == "kim@example.org" && data["phone"] == nil)
        #expect((data["document"] as? [String: String])?["name"] == "근로계약서")
        #expect(data["answer"] == nil)
    }

    @Test("an answer is passed on, the code without its blanks")
    func answer() async throws {
        let (_, messages) = try await Provider.answering(#"{"status":"denied"}"#) { webhook in
            try await webhook.confirm(.sample, .sample)
        }
        let message = try #require(messages.first)
        #expect(message.text.contains(#""type":"identity.confirm""#))
        #expect(message.data["answer"] as? [String: String] == ["name": "김 영희", "code": "123456"])
        #expect(message.data["check"] as? String == "\(IdentityCheck.sample.id)")
    }
}
