public import PDFCore

/// What a file's signatures are worth, without asking whether their signers are trusted.
///
/// Making a report never fails: whatever is wrong, down to an unreadable file, is in it.
public struct VerificationReport: Sendable {
    /// In the order of their revisions, signatures without one last.
    public let signatures: [SignatureReport]
    /// What is wrong with the file as a whole; then nothing else can be relied on.
    public let problems: [VerificationProblem]
    /// SHA-256 of the whole file; nil if it could not be read to its end.
    public let sha256: [UInt8]?
    /// Length of the file.
    public let byteCount: Int
    public let revisionCount: Int
    /// What the file carries to judge certificates by.
    public let embeddedEvidence: EmbeddedEvidence

    /// At least one signature, and nothing wrong with the file or with any signature.
    public var isIntact: Bool {
        problems.isEmpty && !signatures.isEmpty && signatures.allSatisfy(\.isIntact)
    }

    /// One line for each thing that is wrong, with the field's name.
    public var complaints: [String] {
        problems.map(\.description)
            + signatures.flatMap { signature in
                signature.problems.map { "\(signature.field): \($0)" }
            }
    }

    /// Reads and judges a file. The bytes are hashed once, in windows.
    public init(of source: any ByteSource, limits: PDFLimits = PDFLimits()) {
        var examination = Examination(source, limits: limits)
        examination.run()
        signatures = examination.signatures
        problems = examination.problems
        sha256 = examination.sha256
        byteCount = source.count
        revisionCount = examination.revisionCount
        embeddedEvidence = examination.embeddedEvidence
    }
}
