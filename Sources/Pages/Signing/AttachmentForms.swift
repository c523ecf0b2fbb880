import Domain
import Words

/// The files that the sender asks for, each with a form of its own.
struct AttachmentForms: Equatable, Sendable {
    struct Request: Equatable, Sendable {
        /// Counted from 1: the field is `attachment.<n>` (contract of pages).
        let number: Int
        let name: String
        let description: String?
        let isRequired: Bool
        /// What was handed in already.
        let received: String?
        let submit: String
        let problem: String?
    }

    let requests: [Request]
}

extension AttachmentForms {
    /// `nil` where nothing is asked for.
    init?(_ recipient: Recipient, refused: RefusedForm?, words: Words) {
        guard !recipient.requests.isEmpty else { return nil }
        requests = recipient.requests.enumerated().map { index, request in
            let file = recipient.turn?.submissions[index]
            return Request(
                number: index + 1, name: request.name,
                description: request.description.isEmpty ? nil : request.description,
                isRequired: request.isRequired,
                received: file.map { words("sign.attachment.received", ["name": $0.name]) },
                submit: words[file == nil ? "sign.attachment.submit" : "sign.attachment.replace"],
                problem: refused?.problem(at: .attachment(index)))
        }
    }
}
