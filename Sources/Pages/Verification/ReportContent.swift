import Domain
import Words

/// The report on a file, in words.
struct ReportContent: Equatable, Sendable {
    /// Whether it is the very file that the page's document ended in.
    struct Match: Equatable, Sendable {
        let isSame: Bool
        let text: String
    }

    /// A finding in the reader's language, and in the verifier's own words with the particulars.
    struct Finding: Equatable, Sendable {
        let text: String
        let particulars: String
    }

    let name: String
    let facts: String
    let digest: String
    /// `passed`, `failed`, `indeterminate` or `unsigned`.
    let mark: String
    let verdict: String
    let explanation: String
    let match: Match?
    let findings: [Finding]
    let signatures: [SignatureContent]
}

extension ReportContent {
    init(
        _ file: VerifiedFile, of state: PublicState?, _ words: Words,
        _ time: (Instant) -> String
    ) {
        let validation = file.validation
        let isUnsigned = validation.signatures.isEmpty && validation.findings.isEmpty
        let mark = isUnsigned ? "unsigned" : validation.indication.mark
        self.init(
            name: file.name,
            facts: words.size(byteCount: validation.byteCount) + " · "
                + words("count.revisions", count: validation.revisionCount),
            digest: "\(validation.hash)", mark: mark, verdict: words["verify.file.\(mark)"],
            explanation: words["verify.meaning.\(mark)"],
            match: state?.hash.map { Match($0 == validation.hash, words) },
            findings: validation.findings.map { Finding($0, words) },
            signatures: validation.signatures.map { SignatureContent($0, words, time) })
    }
}

extension ReportContent.Match {
    fileprivate init(_ isSame: Bool, _ words: Words) {
        self.init(isSame: isSame, text: words[isSame ? "verify.same" : "verify.other"])
    }
}

extension ReportContent.Finding {
    init(_ finding: FileValidation.Finding, _ words: Words) {
        let key = "verify.finding.\(finding.code)"
        self.init(
            text: words.has(key) ? words[key] : finding.code, particulars: finding.reason)
    }
}

extension FileValidation.Indication {
    /// As style sheet and catalogues call it.
    var mark: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .indeterminate: "indeterminate"
        }
    }
}
