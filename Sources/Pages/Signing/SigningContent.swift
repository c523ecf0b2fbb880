import Domain

/// The signing page: what one recipient sees of a document.
struct SigningContent: Equatable, Sendable {
    let state: SigningState
    /// The link's own address; forms and files lie below it.
    let address: String
    let heading: String
    let from: String?
    let lead: String
    /// What comes next, once this recipient has acted.
    let after: String?
    let reason: String?
    /// A refusal that belongs to no field.
    let alert: String?
    let document: ShownDocument?
    let people: [ShownPerson]
    let hasPeople: Bool
    let forms: SigningForms?
    let download: String?
    /// Of an upload that was signed before: it has no certificate pages of its own.
    let certificate: String?
}

/// The `data-state` of the page's `<main>` (contract of pages).
enum SigningState: String, Equatable, Sendable {
    case waiting, open, signed, declined, closed
}

/// The document itself, once its recipient may see it.
struct ShownDocument: Equatable, Sendable {
    struct PageImage: Equatable, Sendable {
        let number: Int
        let label: String
        /// For people who do not see the image.
        let text: String?
        let textLabel: String
        let isFirst: Bool
    }

    struct Original: Equatable, Sendable {
        let number: Int
        let name: String
        let facts: String
    }

    let pages: [PageImage]
    let originals: [Original]
    /// SHA-256 of the file as it was sent.
    let digest: String?
}

struct ShownPerson: Equatable, Sendable {
    let name: String
    let isViewer: Bool
    let status: String
    /// For the style sheet.
    let mark: String
    let time: String?
}

/// The forms of an open turn, with what was refused beside the field that it is about.
struct SigningForms: Equatable, Sendable {
    let codeExplanation: String
    let codeSent: String?
    let requestProblem: String?
    let method: String
    let codeProblem: String?
    let givenCode: String
    let consentProblem: String?
    let isConsentGiven: Bool
    let rules: ConsentRules
    let reasonProblem: String?
    let givenReason: String
}
