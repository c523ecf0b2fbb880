import Domain
import FoundationEssentials
import PDFSigning

extension ExternalProblem {
    /// The library's word in the domain's.
    init(_ problem: ExternalSignatureProblem) {
        switch problem {
        case .uploadTooLarge(_, let limit): self = .uploadTooLarge(limit: limit)
        case .unreadable: self = .unreadable
        case .severalSigners: self = .severalSigners
        case .embeddedContent: self = .embeddedContent
        case .unsupported: self = .unsupported
        case .weakAlgorithm: self = .weakAlgorithm
        case .otherBytes: self = .otherBytes
        case .signatureWrong: self = .signatureWrong
        case .certificateMissing: self = .certificateMissing
        case .otherCertificateNamed: self = .otherCertificateNamed
        case .wrongUsage: self = .wrongUsage
        case .untrusted: self = .untrusted
        case .notYetValid: self = .notYetValid
        case .expired: self = .expired
        case .revoked: self = .revoked
        case .revocationUnknown: self = .revocationUnknown
        case .businessNumberMissing: self = .businessNumberMissing
        case .otherBusiness: self = .otherBusiness
        case .roomExceeded(let measured, let room):
            self = .roomExceeded(measured: measured, room: room)
        }
    }

    /// Whether others may know something that changes the judgement.
    var isOpenToEvidence: Bool { self == .untrusted || self == .revocationUnknown }
}

extension CertificateFacts {
    init(_ summary: CertificateSummary) {
        self.init(
            serial: summary.serial, commonName: summary.commonName ?? summary.subject,
            thumbprint: summary.thumbprint, notBefore: Instant(summary.notBefore),
            notAfter: Instant(summary.notAfter))
    }
}
