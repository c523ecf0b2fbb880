import Domain
import Foundation
import Synchronization
import TamgaTestKit
import Testing

@testable import Identity

@Suite("What a contracted provider answers")
struct WebhookAnswerTests {
    private func begin(_ answer: String, status: Int = 200) async throws -> IdentityStep {
        try await Provider.answering(answer, status: status) { try await $0.begin(.sample) }.0
    }

    private func confirm(_ answer: String) async throws -> IdentityVerdict {
        try await Provider.answering(answer) { try await $0.confirm(.sample, .sample) }.0
    }

    @Test("a check is begun, with a page or without")
    func begun() async throws {
        #expect(try await begin(#"{"status":"started","x":[1]}"#) == .elsewhere(page: nil))
        let page = "https://pass.example/check/7?x=1"
        #expect(
            try await begin(#"{"status":"started","page":"\#(page)"}"#) == .elsewhere(page: page))
    }

    @Test("a confirmation names who confirms, and what it is worth")
    func confirmed() async throws {
        #expect(
            try await confirm(#"{"status":"confirmed","provider":"PASS","legalProof":true}"#)
                == .confirmed(IdentityProof(provider: "PASS", isLegalProof: true)))
    }

    @Test("what a provider does not call legal proof is none")
    func worth() async throws {
        #expect(
            try await confirm(#"{"status":"confirmed","provider":"PASS"}"#)
                == .confirmed(IdentityProof(provider: "PASS", isLegalProof: false)))
    }

    @Test("a denial is one")
    func denied() async throws {
        #expect(try await confirm(#"{"status":"denied"}"#) == .denied)
    }

    @Test(
        "a beginning that is not sensibly answered is an outage",
        arguments: [
            "", "{}", "[]", "started", #"{"status":"confirmed"}"#, #"{"status":1}"#,
            #"{"status":"started","page":"javascript:alert(1)"}"#,
            #"{"status":"started","page":"http://pass.example/"}"#,
            #"{"status":"started","page":"https://"}"#,
            #"{"status":"started","page":"https://user:pw@pass.example/"}"#,
            #"{"status":"started","page":"https://pass.example/\#(String(repeating: "x", count: 2_048))"}"#,
            #"{"status":"started"\#(String(repeating: " ", count: 17_000))}"#,
            String(repeating: "[", count: 10_000),
        ])
    func senselessBeginning(answer: String) async {
        await #expect(throws: IdentityUnavailable.self) { try await begin(answer) }
    }

    @Test(
        "an answer that is neither confirmation nor denial is an outage",
        arguments: [
            "", "{}", #"{"status":"started"}"#, #"{"status":"CONFIRMED","provider":"PASS"}"#,
            #"{"status":"confirmed"}"#, #"{"status":"confirmed","provider":" "}"#,
            #"{"status":"confirmed","provider":"a\nb"}"#,
            #"{"status":"confirmed","provider":"a\u202eb"}"#,
            #"{"status":"confirmed","provider":"\#(String(repeating: "x", count: 101))"}"#,
            #"{"status":"confirmed","provider":"PASS","legalProof":"yes"}"#,
        ])
    func senselessVerdict(answer: String) async {
        await #expect(throws: IdentityUnavailable.self) { try await confirm(answer) }
    }

    @Test("another status than success is an outage", arguments: [302, 400, 401, 404, 500, 503])
    func statuses(status: Int) async {
        await #expect(throws: IdentityUnavailable.self) {
            try await begin(#"{"status":"started"}"#, status: status)
        }
    }

    @Test("nobody listening is an outage, and the operator is told why")
    func down() async {
        let told = Mutex<[String]>([])
        let webhook = Provider.webhook("http://127.0.0.1:1/") { trouble in
            told.withLock { $0.append(trouble.reason) }
        }
        await #expect(throws: IdentityUnavailable.self) { try await webhook.begin(.sample) }
        await #expect(throws: IdentityUnavailable.self) {
            try await webhook.confirm(.sample, .sample)
        }
        #expect(told.withLock { $0.count } == 2)
        #expect(told.withLock { $0.allSatisfy { $0.contains("127.0.0.1") } })
    }
}
