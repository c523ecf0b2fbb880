/// "Send me my link": for a recipient who opens the document's address without being signed in.
public struct SendLink: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Answers nothing, so that nobody learns who is asked to sign what.
    public func callAsFunction(_ id: DocumentID, to email: EmailAddress) async throws {
        guard let document = try await ports.documents.document(id),
            document.state.status != .deleted,
            let recipient = document.recipients.first(where: { $0.email == email }),
            recipient.turn?.isReached == true
        else { return }
        let notice = Notice(
            kind: .link(document.noticeLink(recipient)), contact: recipient.contact,
            name: recipient.name, language: recipient.language ?? document.language,
            document: document.notice)
        try await ports.jobs.add(.mail(notice), at: ports.clock.now())
    }
}
