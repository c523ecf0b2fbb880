/// What one examination of a signature says, with its reasons.
public struct Verdict: Hashable, Codable, Sendable {
    public enum Outcome: String, Hashable, Codable, Sendable {
        case passed
        case failed
        /// Neither can be said. Where the policy does not ask for it, it holds nothing up.
        case indeterminate
    }

    public let outcome: Outcome
    /// Why; beside `passed`, what is worth knowing.
    public let findings: [Finding]

    public init(_ outcome: Outcome, _ findings: [Finding] = []) {
        self.outcome = outcome
        self.findings = findings
    }

    static let passed = Verdict(.passed)

    /// Failed if anything is wrong.
    init(problems: [VerificationProblem]) {
        self.init(problems.isEmpty ? .passed : .failed, problems.map(Finding.init))
    }
}

/// The six examinations of one signature.
public struct Verdicts: Hashable, Codable, Sendable {
    /// Of the container: digest, key, certificate, attributes, algorithms.
    public var crypto: Verdict
    /// Of what the signature covers.
    public var coverage: Verdict
    /// Of what was changed after signing.
    public var modification: Verdict
    /// Of the path from the signer's certificate to a trusted one.
    public var trust: Verdict
    /// Of the path's certificates, at the time that counts.
    public var revocation: Verdict
    /// Of when the signature was made, measured by its certificate's validity.
    public var time: Verdict

    /// In the order of the names above.
    public var all: [Verdict] { [crypto, coverage, modification, trust, revocation, time] }
}
