public import Domain
public import Outbound

/// A contracted provider behind a URL of the operator's: it is told to begin a check and asked to
/// judge its answer, by signed messages (`docs/wire/identity.md`).
public struct WebhookIdentity: IdentityProvider {
    /// Of an answer in bytes: far more than any needs.
    static let answerLimit = 16 << 10

    private let url: String
    private let client: OutboundClient
    private let signer: WebhookSigner
    private let clock: any WallClock
    private let randomness: any Randomness
    private let onTrouble: @Sendable (IdentityUnavailable) -> Void

    /// - Parameters:
    ///   - url: `http:` or `https:`.
    ///   - client: must be allowed to reach it.
    ///   - onTrouble: told of each outage.
    public init(
        url: String, by client: OutboundClient, signer: WebhookSigner, clock: any WallClock,
        randomness: any Randomness, onTrouble: @escaping @Sendable (IdentityUnavailable) -> Void
    ) {
        self.onTrouble = onTrouble
        self.url = url
        self.client = client
        self.signer = signer
        self.clock = clock
        self.randomness = randomness
    }

    public func begin(_ check: IdentityCheck) async throws -> IdentityStep {
        try await reporting {
            let answer: BeginAnswer = try await ask(IdentityQuestion(.begin, check))
            return try answer.step()
        }
    }

    public func confirm(
        _ check: IdentityCheck, _ answer: IdentityAnswer
    ) async throws -> IdentityVerdict {
        try await reporting {
            let judged: ConfirmAnswer = try await ask(IdentityQuestion(.confirm, check, answer))
            return try judged.verdict()
        }
    }

    private func reporting<Value>(_ question: () async throws -> Value) async throws -> Value {
        do {
            return try await question()
        } catch let trouble as IdentityUnavailable {
            onTrouble(trouble)
            throw trouble
        }
    }

    private func ask<Answer: Decodable>(_ question: IdentityQuestion) async throws -> Answer {
        let now = clock.now()
        let body = try question.body(at: now)
        let id: Identifier<IdentityQuestion> = randomness.identifier()
        let request = OutboundRequest(
            .post, url,
            headers: [("Content-Type", "application/json"), ("Accept", "application/json")]
                + signer.fields(id: "msg_\(id)", sentAt: now.seconds, body: body),
            body: body)
        return try decoded(try await answer(to: request))
    }

    private func answer(to request: OutboundRequest) async throws -> [UInt8] {
        let answer: OutboundAnswer
        do {
            answer = try await client.send(request, limit: Self.answerLimit)
        } catch {
            throw IdentityUnavailable("\(error)")
        }
        guard answer.isSuccess else {
            throw IdentityUnavailable("the provider answered with status \(answer.status)")
        }
        return answer.body
    }
}
