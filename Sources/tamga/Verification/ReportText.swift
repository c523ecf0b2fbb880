import Foundation
import PDFSigning

/// A validation report for people: one block for each signature, every verdict with its reason.
struct ReportText {
    private let report: ValidationReport
    private let file: String

    init(_ report: ValidationReport, of file: String) {
        self.report = report
        self.file = file
    }

    var text: String {
        let blocks = [headLines] + (report.signatures + report.documentTimestamps).map(block)
        return blocks.joined(separator: [""]).map(\.printable).joined(separator: "\n")
    }

    private var headLines: [String] {
        let counts = [
            Self.count(report.signatures.count, "signature"),
            Self.count(report.documentTimestamps.count, "document timestamp"),
            Self.count(report.revisionCount, "revision"),
        ]
        return [
            "\(file): \(report.indication.rawValue)",
            line("contents", counts.joined(separator: ", ")),
            line("SHA-256", report.sha256 ?? "the file could not be read to its end"),
            line("judged as of", report.validatedAt.formatted(.iso8601)),
        ] + report.findings.map { line("file", "failed: \($0)") }
    }

    private func block(_ signature: SignatureValidation) -> [String] {
        [Self.title(signature)] + facts(signature) + verdictLines(signature.verdicts)
    }

    private static func title(_ signature: SignatureValidation) -> String {
        let kind = signature.kind == .documentTimestamp ? "document timestamp" : "signature"
        let words =
            [signature.indication.rawValue, signature.subIndication?.rawValue]
            + [signature.level.map { "PAdES \($0.rawValue)" }]
        return "\(kind) \(signature.field): " + words.compactMap(\.self).joined(separator: ", ")
    }

    private func facts(_ signature: SignatureValidation) -> [String] {
        var lines: [String] = []
        if let certificate = signature.certificate {
            lines.append(line("signer", certificate.subject))
            lines.append(
                line("certificate", "\(certificate.serial), issued by \(certificate.issuer)"))
        }
        if let level = signature.certificationLevel {
            lines.append(line("certifies", Self.permission(level)))
        }
        if let time = signature.statedTime {
            lines.append(line("signed", "\(StatedTime.iso8601(time)), as the signer states"))
        }
        if let time = signature.provenTime {
            lines.append(line("proven by", time.formatted(.iso8601)))
        }
        lines.append(line("covers", extent(signature)))
        return lines
    }

    private static func permission(_ level: Int) -> String {
        switch level {
        case 2: "the document; forms may be filled and signatures added"
        case 3: "the document; annotations, forms and signatures may be added"
        default: "the document; nothing may be changed"
        }
    }

    private func extent(_ signature: SignatureValidation) -> String {
        guard let revision = signature.revision else { return "no revision of the file" }
        if signature.coversWholeFile { return "the whole file" }
        let changes = signature.changesAfter == .permitted ? "permitted" : "forbidden"
        return "revision \(revision + 1) of \(report.revisionCount); later changes: \(changes)"
    }

    private func verdictLines(_ verdicts: Verdicts) -> [String] {
        [
            ("cryptography", verdicts.crypto, "the signature fits the document and the key"),
            ("coverage", verdicts.coverage, "all of its revision is signed"),
            ("modification", verdicts.modification, "nothing was changed that may not be"),
            ("trust", verdicts.trust, "a path leads to a trusted certificate"),
            ("revocation", verdicts.revocation, "no certificate of the path is revoked"),
            ("time", verdicts.time, "the certificate was valid when it counted"),
        ].map { line($0, Self.words($1, otherwise: $2)) }
    }

    /// The outcome and why; a bare pass says what was found in order.
    private static func words(_ verdict: Verdict, otherwise meaning: String) -> String {
        let reasons = verdict.findings.map(\.reason)
        let why = reasons.isEmpty ? meaning : reasons.joined(separator: "; ")
        return "\(verdict.outcome.rawValue): \(why)"
    }

    private func line(_ label: String, _ value: String) -> String {
        "  " + label.padding(toLength: 14, withPad: " ", startingAt: 0) + value
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
