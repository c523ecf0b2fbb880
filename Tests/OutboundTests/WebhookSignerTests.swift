import Foundation
import Outbound
import Testing

@Suite("Signed messages")
struct WebhookSignerTests {
    @Test("the example that the standard's libraries share")
    func published() throws {
        let secret = try #require(Data(base64Encoded: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let fields = WebhookSigner(secret: Array(secret)).fields(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", sentAt: 1_614_265_330,
            body: Array(#"{"test": 2432232314}"#.utf8))
        #expect(
            fields.map(\.value) == [
                "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            ])
        #expect(fields.map(\.name) == ["webhook-id", "webhook-timestamp", "webhook-signature"])
    }

    @Test("another secret, id, time or body is another signature")
    func bound() {
        let signer = WebhookSigner(secret: Array(repeating: 1, count: 24))
        let other = WebhookSigner(secret: Array(repeating: 2, count: 24))
        let signatures = [
            signer.fields(id: "a", sentAt: 1, body: [1]),
            signer.fields(id: "b", sentAt: 1, body: [1]),
            signer.fields(id: "a", sentAt: 2, body: [1]),
            signer.fields(id: "a", sentAt: 1, body: [2]),
            other.fields(id: "a", sentAt: 1, body: [1]),
        ].map { $0[2].value }
        #expect(Set(signatures).count == signatures.count)
    }
}
