import CMS
import FoundationEssentials

extension RevocationInformation {
    func answerStatements(
        _ certificate: ParsedCertificate, _ issuer: ParsedCertificate, _ last: Int?
    ) -> [RevocationStatement] {
        answers.compactMap { answer in
            guard answer.isKnown(by: last), answer.value.digestAlgorithm?.isWeak == false,
                let response = answer.value.response(
                    for: certificate.embedded, issuer: issuer.embedded),
                isAuthorised(answer.value, issuer)
            else { return nil }
            return Self.statement(response)
        }
    }

    private static func statement(_ response: OCSPSingleResponse) -> RevocationStatement? {
        switch response.status {
        case .unknown: nil
        case .good:
            RevocationStatement(
                issuedAt: response.thisUpdate, nextAt: response.nextUpdate, revokedAt: nil)
        case .revoked(let moment, let reason):
            RevocationStatement(
                issuedAt: response.thisUpdate, nextAt: response.nextUpdate, revokedAt: moment,
                isHold: reason == .certificateHold)
        }
    }

    /// Signed by the issuer, or by one whom the issuer named for this, whose certificate was valid
    /// then and is on no list of the issuer (RFC 6960 §4.2.2.2).
    private func isAuthorised(_ answer: OCSPResponse, _ issuer: ParsedCertificate) -> Bool {
        switch answer.signer(for: issuer.embedded) {
        case nil: return false
        case .authority: return true
        case .delegate(let signer) where signer.hasNoCheck: return true
        case .delegate(let signer):
            guard let delegate = ParsedCertificate(signer) else { return false }
            if case .revoked = listStatements(delegate, issuer, nil).status(at: latest) {
                return false
            }
            return true
        }
    }
}
