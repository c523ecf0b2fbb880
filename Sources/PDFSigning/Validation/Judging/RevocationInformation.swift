import CMS
import FoundationEssentials

/// Every revocation list and OCSP answer known while one file is judged, each read once.
///
/// None is believed for where it was found: it counts for a certificate only if its signature
/// leads to that certificate's issuer.
final class RevocationInformation {
    /// A list or an answer with the revision of the file that brought it; nil: from elsewhere.
    private struct Kept<Value> {
        let value: Value
        let revision: Int?

        func isKnown(by last: Int?) -> Bool {
            guard let last else { return true }
            return revision.map { $0 <= last } ?? false
        }
    }

    private struct Link: Hashable {
        let number: Int
        let issuer: [UInt8]
    }

    /// Nothing made after this is believed.
    private let latest: Date
    private var lists: [Kept<CertificateList>] = []
    private var answers: [Kept<OCSPResponse>] = []
    private var seen: Set<[UInt8]> = []
    private var listSignatures: [Link: Bool] = [:]

    /// - Parameter now: the time of validation. Clocks may differ by five minutes.
    init(asOf now: Date) { latest = now.addingTimeInterval(300) }

    /// What cannot be read is left out, and so is what is known already.
    func addList(_ der: [UInt8], revision: Int?) {
        guard seen.insert(der).inserted, let list = try? CertificateList(der: der) else { return }
        lists.append(Kept(value: list, revision: revision))
    }

    func addAnswer(_ der: [UInt8], revision: Int?) {
        guard seen.insert(der).inserted, let answer = try? OCSPResponse(der: der) else { return }
        answers.append(Kept(value: answer, revision: revision))
    }

    /// - Parameter last: only what the file held in that revision; nil: all that is known.
    func status(
        of certificate: ParsedCertificate, issuer: ParsedCertificate, at moment: Date,
        knownIn last: Int? = nil
    ) -> RevocationStatus {
        let statements =
            listStatements(certificate, issuer, last) + answerStatements(certificate, issuer, last)
        return statements.filter { statement in
            isTimely(statement, certificate, issuer)
        }.status(at: moment)
    }

    /// Made by now, while the issuer was valid; that a certificate is *not* revoked, an authority
    /// says only until that expires (RFC 5280 §3.3).
    private func isTimely(
        _ statement: RevocationStatement, _ certificate: ParsedCertificate,
        _ issuer: ParsedCertificate
    ) -> Bool {
        guard statement.issuedAt <= latest, issuer.isValid(at: statement.issuedAt) else {
            return false
        }
        return statement.revokedAt != nil || statement.issuedAt <= certificate.validity.upperBound
    }

    private func listStatements(
        _ certificate: ParsedCertificate, _ issuer: ParsedCertificate, _ last: Int?
    ) -> [RevocationStatement] {
        lists.indices.compactMap { index in
            let list = lists[index].value
            guard lists[index].isKnown(by: last), list.covers(certificate.embedded),
                list.digestAlgorithm?.isWeak == false, isSigned(index, by: issuer)
            else { return nil }
            return Self.statement(list, certificate)
        }
    }

    private static func statement(
        _ list: CertificateList, _ certificate: ParsedCertificate
    ) -> RevocationStatement? {
        do throws(CMSError) {
            let entry = try list.entry(of: certificate.embedded)
            return RevocationStatement(
                issuedAt: list.thisUpdate, nextAt: list.nextUpdate, revokedAt: entry?.revokedAt,
                isHold: entry?.reason == .certificateHold)
        } catch {
            // A list with an entry that cannot be understood must not be used (RFC 5280 §5.3).
            return nil
        }
    }

    private func isSigned(_ index: Int, by issuer: ParsedCertificate) -> Bool {
        let link = Link(number: index, issuer: issuer.der)
        if let known = listSignatures[link] { return known }
        let isSigned = lists[index].value.isSigned(by: issuer.embedded)
        listSignatures[link] = isSigned
        return isSigned
    }

    private func answerStatements(
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
