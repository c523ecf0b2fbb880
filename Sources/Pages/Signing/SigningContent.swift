import Domain

/// The page of a link: what one recipient sees of a document.
struct SigningContent: Equatable, Sendable {
    let state: SigningState
    /// The link's own address; forms and files lie below it.
    let address: String
    let heading: String
    let from: String?
    let lead: String
    /// A word from the sender.
    let memo: String?
    let deadline: String?
    /// What comes next, once this recipient has acted.
    let after: String?
    let reason: String?
    /// A refusal that belongs to no field.
    let alert: String?
    /// A refusal that stands beside something further down.
    let correction: Correction?
    let document: ShownDocument?
    let people: [ShownPerson]
    let hasPeople: Bool
    /// What is asked before anything is shown.
    let door: SigningDoor?
    let attachments: AttachmentForms?
    let sign: SigningForm?
    /// In its place, for who signs with a tool of their own.
    let external: ExternalForm?
    /// Of everybody who has signed so.
    let outside: OutsideSignatures?
    let review: ReviewForm?
    let decline: DeclineForm?
    /// There is something to do here.
    let isOpen: Bool
    let download: String?
    /// Of an upload that was signed before: it has no certificate pages of its own.
    let certificate: String?
}

/// What is to be corrected, and where.
struct Correction: Equatable, Sendable {
    let text: String
    /// The id of what the refusal is about.
    let anchor: String
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
        /// Of the image at a width of 1,000 pixels.
        let height: Int
        /// While the recipient may act.
        let boxes: PageBoxes?
    }

    struct File: Equatable, Sendable {
        let number: Int
        let name: String
        let facts: String
    }

    let pages: [PageImage]
    /// Changes with each signature, and so do the addresses of the pages' images.
    let edition: String
    let originals: [File]
    /// Sent along by the sender.
    let attachments: [File]
    let hasAttachments: Bool
    /// SHA-256 of the file as it was sent.
    let digest: String?
}

struct ShownPerson: Equatable, Sendable {
    let name: String
    let isViewer: Bool
    /// `nil` for a signer.
    let role: String?
    let status: String
    /// For the style sheet.
    let mark: String
    let time: String?
}
