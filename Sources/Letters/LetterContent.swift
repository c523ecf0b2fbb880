import Domain

/// What a letter has to say, before it is put into words.
struct LetterContent {
    let kind: LetterKind
    /// What fills the placeholders of its phrases.
    let values: [String: String]
    let link: String?
    /// The link leads straight to the finished file's page.
    let isFinished: Bool
    /// The link is a signer's own.
    let isPrivate: Bool
    let code: String?
    let reason: String?

    static func certificateCode(_ code: String) -> LetterContent {
        LetterContent(
            kind: .certificateCode, values: [:], link: nil, isFinished: false, isPrivate: false,
            code: code, reason: nil)
    }
}

extension LetterContent {
    /// - Parameter time: tells a moment to the reader.
    init(
        about document: Notice.Document, kind: Notice.Kind, link: String?, code: String?,
        time: (Instant) -> String
    ) {
        var values = ["document": document.name, "author": document.author]
        if case .reminder(_, let until) = kind { values["until"] = time(until) }
        values["signer"] = kind.signer
        self.init(
            kind: LetterKind(kind), values: values, link: link, isFinished: kind.isFinished,
            isPrivate: kind.isPrivate, code: code, reason: kind.reason)
    }
}

extension Notice.Kind {
    fileprivate var signer: String? {
        switch self {
        case .signedBy(let name), .declinedBy(let name, _), .accessLocked(let name): name
        default: nil
        }
    }

    fileprivate var reason: String? {
        if case .declinedBy(_, let reason) = self { reason } else { nil }
    }

    fileprivate var isFinished: Bool {
        if case .completed = self { true } else { false }
    }

    fileprivate var isPrivate: Bool {
        switch self {
        case .invitation, .yourTurn, .link, .reviewRequest, .copy, .reminder, .approvalRequest,
            .signingCode, .accessCode, .completed(.some):
            true
        default: false
        }
    }
}
