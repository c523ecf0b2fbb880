import Foundation
import PDFCore
import PDFSigning

/// Tells what the signatures of a PDF are worth to somebody who trusts one root.
func verify(_ path: String, trusting root: String) throws -> Bool {
    let anchor = [UInt8](try Data(contentsOf: URL(filePath: root)))
    let policy = ValidationPolicy(anchors: try TrustAnchors(files: [anchor]))
    let report = ValidationReport(
        of: try FileSource(path: path), under: policy, at: Date())

    for signature in report.signatures {
        print(signature.field, signature.indication.rawValue)
        print("  signer:", signature.certificate?.subject ?? "unknown")
        print("  level:", signature.level?.rawValue ?? "none")
        print("  proven to exist at:", signature.provenTime.map { "\($0)" } ?? "no time")
        for detail in signature.details { print("  \(detail)") }
    }
    return report.isPassed
}
