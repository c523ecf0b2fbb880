import Domain
import Words

/// What strangers see of a document, and what became of the file that they dropped.
struct VerificationContent: Equatable, Sendable {
    /// Neither names nor people.
    struct Document: Equatable, Sendable {
        let id: String
        let status: String
        let mark: String
        let digest: String?
    }

    /// Of the page and its form.
    let address: String
    let document: Document?
    /// Why a file could not be judged.
    let problem: String?
    let report: ReportContent?
}

extension VerificationContent.Document {
    init(_ state: PublicState, _ words: Words) {
        self.init(
            id: "\(state.id)", status: words["status.\(state.status.rawValue)"],
            mark: state.status.rawValue, digest: state.hash.map { "\($0)" })
    }
}

/// A file and what was found in it.
struct VerifiedFile: Sendable {
    let name: String
    let validation: FileValidation

    init(_ name: String, _ validation: FileValidation) {
        self.name = name
        self.validation = validation
    }
}
