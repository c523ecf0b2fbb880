/// What the signatures of any PDF are worth, in the words of EN 319 102-1: for people to read.
public struct FileValidation: Equatable, Codable, Sendable {
    public enum Indication: String, Equatable, Codable, Sendable {
        case passed = "TOTAL-PASSED"
        case failed = "TOTAL-FAILED"
        case indeterminate = "INDETERMINATE"
    }

    /// One thing that was found: a code that pages translate, and a line in English.
    public struct Finding: Equatable, Codable, Sendable {
        public let code: String
        public let reason: String

        public init(code: String, reason: String) {
            self.code = code
            self.reason = reason
        }
    }

    public let indication: Indication
    /// In the order of their revisions, document timestamps among them.
    public let signatures: [Signature]
    /// What is wrong with the file as a whole.
    public let findings: [Finding]
    /// SHA-256 and length of the file.
    public let hash: ContentHash
    public let byteCount: Int
    public let revisionCount: Int

    public init(
        indication: Indication, signatures: [Signature], findings: [Finding],
        hash: ContentHash, byteCount: Int, revisionCount: Int
    ) {
        self.indication = indication
        self.signatures = signatures
        self.findings = findings
        self.hash = hash
        self.byteCount = byteCount
        self.revisionCount = revisionCount
    }
}
