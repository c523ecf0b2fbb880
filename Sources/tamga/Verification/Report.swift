import PDFSigning

/// The report of `tamga verify --json` (contract CLI).
struct Report: Encodable {
    let file: String
    let sha256: String
    let verdict: Indication
    let signatures: [SignatureRow]
    let documentTimestamps: [SignatureRow]
    let auditHead: String?
    /// What is wrong with the file as a whole.
    let details: [String]

    init(_ report: ValidationReport, of file: String) {
        self.file = file
        sha256 = report.sha256 ?? ""
        verdict = report.indication
        signatures = report.signatures.map(SignatureRow.init)
        documentTimestamps = report.documentTimestamps.map(SignatureRow.init)
        auditHead = report.auditHead
        details = report.findings.map(\.description)
    }
}
