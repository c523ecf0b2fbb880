import Domain
import Words

/// One signature of a report, in words.
struct SignatureContent: Equatable, Sendable {
    struct Fact: Equatable, Sendable {
        let term: String
        let value: String
    }

    struct Examination: Equatable, Sendable {
        let name: String
        let mark: String
        let outcome: String
        let findings: [ReportContent.Finding]
    }

    /// Who signed, as far as anybody says.
    let signer: String
    let kind: String
    let mark: String
    let verdict: String
    /// The words of EN 319 102-1, for whoever looks them up.
    let indication: String
    let level: String?
    /// By when it is proven to have been made; else what the signer says.
    let time: Fact?
    let facts: [Fact]
    let examinations: [Examination]
}

extension SignatureContent {
    init(_ signature: FileValidation.Signature, _ words: Words, _ time: (Instant) -> String) {
        let indication = signature.indication
        let name = signature.certificate.map { CommonName(of: $0.subject).text }
        let facts = Self.times(signature, words, time)
        self.init(
            signer: name ?? signature.claim.name ?? words["verify.nobody"],
            kind: words["verify.kind.\(signature.kind.rawValue)"], mark: indication.mark,
            verdict: words["verify.signature.\(indication.mark)"],
            indication: [indication.rawValue, signature.subIndication].compactMap(\.self)
                .joined(separator: " · "),
            level: signature.level, time: facts.first,
            facts: facts + Self.particulars(signature, words, time),
            examinations: signature.verdicts.map { Examination($0, words) })
    }

    private static func times(
        _ signature: FileValidation.Signature, _ words: Words, _ time: (Instant) -> String
    ) -> [Fact] {
        let stated = signature.claim.time.map { StatedTime($0).instant.map(time) ?? $0 }
        return facts([
            (words["verify.fact.proven"], signature.provenAt.map(time)),
            (words["verify.fact.stated"], stated),
        ])
    }

    private static func particulars(
        _ signature: FileValidation.Signature, _ words: Words, _ time: (Instant) -> String
    ) -> [Fact] {
        let certificate = signature.certificate
        return facts([
            (words["verify.fact.reason"], signature.claim.reason),
            (words["verify.fact.location"], signature.claim.location),
            (words["verify.fact.subject"], certificate?.subject),
            (words["verify.fact.issuer"], certificate?.issuer),
            (
                words["verify.fact.validity"],
                certificate.map { "\(time($0.notBefore)) – \(time($0.notAfter))" }
            ),
            (words["verify.fact.field"], signature.field),
        ])
    }

    /// Those that have a value.
    private static func facts(_ pairs: [(String, String?)]) -> [Fact] {
        pairs.compactMap { term, value in value.map { Fact(term: term, value: $0) } }
    }
}

extension SignatureContent.Examination {
    fileprivate init(_ verdict: FileValidation.Signature.Verdict, _ words: Words) {
        let outcome = verdict.outcome.rawValue
        self.init(
            name: words["verify.examination.\(verdict.examination.rawValue)"], mark: outcome,
            outcome: words["verify.outcome.\(outcome)"],
            findings: verdict.findings.map { ReportContent.Finding($0, words) })
    }
}
