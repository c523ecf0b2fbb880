import Domain

/// A person with the link and the code, about to press the button.
struct ReadySigner: Sendable {
    let ports: Ports
    let visit: LinkVisit
    let code: String

    @discardableResult
    func sign() async throws -> Document {
        try await SignOnPage(ports)(
            SignOnPage.Command(
                visit: visit, code: code, consentVersion: "2026-11", origin: .unknown)
        ).document
    }

    @discardableResult
    func decline() async throws -> Document {
        try await DeclineDocument(ports)(visit, reason: "нет").document
    }
}

extension Site {
    func link(_ position: Int, of document: Document) -> LinkVisit {
        let recipient = document.recipients[position]
        return LinkVisit(
            code: ports.linkKey.code(
                document: document.id, party: .recipient(recipient.id), round: document.round,
                generation: recipient.link.generation))
    }

    /// Has asked for the code.
    func ready(_ position: Int, of document: Document) async throws -> ReadySigner {
        let visit = link(position, of: document)
        _ = try await RequestSigningCode(ports)(visit)
        let purpose = Confirmation.Purpose.signing(
            document: document.id, recipient: document.recipients[position].id,
            round: document.round)
        guard let pending = try await ports.confirmations.pending(purpose) else {
            throw Refusal.confirmationNotFound
        }
        return ReadySigner(ports: ports, visit: visit, code: ports.codeKey.code(for: pending.id))
    }
}

/// What came of things done at the same instant, in the order of the things.
func atOnce(
    _ acts: [@Sendable () async throws -> Document]
) async -> [Result<Document, any Error>] {
    await withTaskGroup(of: (Int, Result<Document, any Error>).self) { group in
        for (index, act) in acts.enumerated() {
            group.addTask {
                do { return (index, .success(try await act())) } catch {
                    return (index, .failure(error))
                }
            }
        }
        return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension Result {
    var isSuccess: Bool { if case .success = self { true } else { false } }

    var refusal: Refusal? {
        if case .failure(let error) = self { error as? Refusal } else { nil }
    }
}
