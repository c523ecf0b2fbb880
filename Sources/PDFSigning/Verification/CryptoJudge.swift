import CMS
import PDFCore

/// Judges a signature's container over the digest of what it covers.
struct CryptoJudge {
    private let value: SignatureValue
    private let container: SignedData?
    private static let detached: Set<PDFName> = ["adbe.pkcs7.detached", "ETSI.CAdES.detached"]

    init(_ value: SignatureValue, _ container: SignedData?) {
        self.value = value
        self.container = container
    }

    var algorithm: DigestAlgorithm? {
        isTimestamp ? token?.info.imprint.algorithm : container?.signer.digestAlgorithm
    }

    private var isTimestamp: Bool { value.dictionary["SubFilter"]?.name == "ETSI.RFC3161" }

    private var token: TimestampToken? { container.flatMap { try? TimestampToken($0) } }

    /// Why nothing can be computed, if so.
    var obstacle: VerificationProblem? {
        guard value.coverage != nil else {
            return problem(.cryptography, "not checked: what it covers is not in order")
        }
        let form = value.dictionary["SubFilter"]?.name
        guard isTimestamp || form.map(Self.detached.contains) == true else {
            return problem(.unsupported, "signatures of the form \(form?.text ?? "unknown")")
        }
        guard container != nil else { return containerProblem }
        if isTimestamp && token == nil { return problem(.cryptography, "no timestamp inside") }
        guard let algorithm, RunningDigest(algorithm) != nil else {
            let reason = container?.signer.obstacle ?? "the digest algorithm"
            return problem(.unsupported, reason)
        }
        return nil
    }

    private var containerProblem: VerificationProblem {
        do throws(CMSError) {
            _ = try SignedData(der: value.contents)
            return problem(.cryptography, "the container cannot be read")
        } catch {
            return problem(.cryptography, error.reason)
        }
    }

    private func problem(
        _ code: VerificationProblem.Code, _ reason: String
    ) -> VerificationProblem {
        VerificationProblem(code, reason, object: value.id)
    }

    func verdict(
        _ digest: [UInt8]
    ) -> (problems: [VerificationProblem], weaknesses: [SignatureVerdict.Weakness]) {
        guard let container else { return ([containerProblem], []) }
        guard isTimestamp else { return judged(container.verify(messageDigest: digest)) }
        guard let token else { return ([problem(.cryptography, "no timestamp inside")], []) }
        return judged(token.verify(digest: digest))
    }

    private func judged(
        _ verdict: SignatureVerdict
    ) -> (problems: [VerificationProblem], weaknesses: [SignatureVerdict.Weakness]) {
        (verdict.problems.map { problem($0.code, $0.words) }, verdict.weaknesses)
    }
}

extension SignatureVerdict.Problem {
    fileprivate var code: VerificationProblem.Code {
        switch self {
        case .messageDigestDiffers, .imprintDiffers: .digest
        // What cannot be computed here is not wrong.
        case .algorithmUnknown: .unsupported
        default: .cryptography
        }
    }

    /// One line in English.
    var words: String {
        switch self {
        case .contentTypeDiffers: "the type of the content is wrong or missing"
        case .messageDigestDiffers: "the document is not the one that was signed"
        case .carriesContent: "the signature carries content of its own"
        case .signerCertificateMissing: "the signer's certificate is missing"
        case .signingCertificateDiffers: "the certificate is not the one that the signer named"
        case .digestAlgorithmsDiffer: "two digest algorithms are named"
        case .algorithmUnknown(let name): "unknown algorithm \(name)"
        case .keyUnfit: "the certificate's key does not fit the algorithm"
        case .signatureWrong: "the signature was not made by the certificate's key"
        case .imprintDiffers: "the timestamp is of other bytes"
        case .certificateNotForTimestamps: "the certificate is not one for timestamps"
        }
    }
}
