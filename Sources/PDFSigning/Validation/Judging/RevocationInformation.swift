import CMS
import FoundationEssentials

/// Every revocation list and OCSP answer known while one file is judged, each read once.
///
/// None is believed for where it was found: it counts for a certificate only if its signature
/// leads to that certificate's issuer.
final class RevocationInformation {
    /// A list or an answer with the revision of the file that brought it; nil: from elsewhere.
    struct Kept<Value> {
        let value: Value
        let revision: Int?

        func isKnown(by last: Int?) -> Bool {
            guard let last else { return true }
            return revision.map { $0 <= last } ?? false
        }
    }

    /// A list and the certificate that is judged by it, or that may have made it.
    private struct Question: Hashable {
        let list: Int
        let certificate: ByteKey
    }

    /// Nothing made after this is believed.
    let latest: Date
    private var lists: [Kept<CertificateList>] = []
    private(set) var answers: [Kept<OCSPResponse>] = []
    private var seen: Set<ByteKey> = []
    private var signatures: [Question: Bool] = [:]
    private var statements: [Question: RevocationStatement?] = [:]

    /// - Parameter now: the time of validation. Clocks may differ by five minutes.
    init(asOf now: Date) { latest = now.addingTimeInterval(300) }

    /// What cannot be read is left out, and so is what is known already.
    func addList(_ der: [UInt8], revision: Int?) {
        guard isNew(der), let list = try? CertificateList(der: der) else { return }
        lists.append(Kept(value: list, revision: revision))
    }

    func addAnswer(_ der: [UInt8], revision: Int?) {
        guard isNew(der), let answer = try? OCSPResponse(der: der) else { return }
        answers.append(Kept(value: answer, revision: revision))
    }

    private func isNew(_ der: [UInt8]) -> Bool { seen.insert(ByteKey(der)).inserted }

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

    func listStatements(
        _ certificate: ParsedCertificate, _ issuer: ParsedCertificate, _ last: Int?
    ) -> [RevocationStatement] {
        lists.indices.compactMap { index in
            let list = lists[index].value
            guard lists[index].isKnown(by: last), list.covers(certificate.embedded),
                list.digestAlgorithm?.isWeak == false, isSigned(index, by: issuer)
            else { return nil }
            return statement(index, certificate)
        }
    }

    private func statement(_ index: Int, _ certificate: ParsedCertificate) -> RevocationStatement? {
        let question = Question(list: index, certificate: ByteKey(certificate.der))
        if let known = statements[question] { return known }
        let statement = Self.statement(lists[index].value, certificate)
        statements[question] = .some(statement)
        return statement
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
        let question = Question(list: index, certificate: ByteKey(issuer.der))
        if let known = signatures[question] { return known }
        let isSigned = lists[index].value.isSigned(by: issuer.embedded)
        signatures[question] = isSigned
        return isSigned
    }
}
