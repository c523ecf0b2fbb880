public import FoundationEssentials

/// What a file's signatures are worth under a policy at a moment, in the words of EN 319 102-1.
///
/// Making a report never fails: whatever is wrong, down to an unreadable file, is in it.
public struct ValidationReport: Hashable, Codable, Sendable {
    /// TOTAL-PASSED: at least one signature, and every signature and document timestamp is.
    public let indication: Indication
    /// In the order of their revisions; document timestamps apart.
    public let signatures: [SignatureValidation]
    public let documentTimestamps: [SignatureValidation]
    /// What is wrong with the file as a whole; then no signature of it can be relied on.
    public let findings: [Finding]
    /// SHA-256 of the whole file, lower-case hexadecimal; nil if it could not be read to its end.
    public let sha256: String?
    /// Length of the file.
    public let byteCount: Int
    public let revisionCount: Int
    /// The moment as of which all this was judged.
    public let validatedAt: Date

    public var isPassed: Bool { indication == .totalPassed }

    /// The head of the audit trail that the newest intact document timestamp carries, lower-case
    /// hexadecimal.
    public var auditHead: String? {
        documentTimestamps.last { $0.verdicts.crypto.outcome == .passed && $0.auditHead != nil }?
            .auditHead
    }
}
