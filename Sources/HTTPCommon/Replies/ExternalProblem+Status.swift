public import Domain
public import HTTPTypes

extension ExternalProblem {
    /// What is too large is 413; what another preparation would have room for is 409; else the
    /// signature itself is wrong.
    public var status: HTTPResponse.Status {
        switch self {
        case .uploadTooLarge: .contentTooLarge
        case .roomExceeded: .conflict
        case .unreadable, .severalSigners, .embeddedContent, .unsupported, .weakAlgorithm,
            .otherBytes, .signatureWrong, .certificateMissing, .otherCertificateNamed,
            .wrongUsage, .untrusted, .notYetValid, .expired, .revoked, .revocationUnknown,
            .businessNumberMissing, .otherBusiness:
            .badRequest
        }
    }
}
