import Domain
import PDFCore
import PDFSigning

/// The signatures of an upload, as our own verifier finds them.
struct EarlierSignatures {
    private let report: VerificationReport

    init(in source: any ByteSource) {
        report = VerificationReport(of: source, limits: .wholeFile)
    }

    /// Throws where the finished file could never be called good: nothing can mend a signature
    /// that was made elsewhere.
    ///
    /// - Parameter count: the fields with a signature, by the form.
    func check(count: Int) throws(FileTrouble) {
        guard report.problems.isEmpty, report.signatures.count == count else {
            throw .signedAndDamaged
        }
        guard report.signatures.allSatisfy(\.stillHolds) else { throw .signatureBroken }
    }
}

extension SignatureReport {
    /// What cannot be checked here may be good: only what is known to be broken is held against
    /// the file.
    fileprivate var stillHolds: Bool { problems.allSatisfy { $0.code == .unsupported } }
}
