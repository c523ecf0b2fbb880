import CMS
import FoundationEssentials

extension Validation {
    /// The baseline level whose requirements a signature meets (EN 319 142-1, 6.3), trusted or
    /// not; nil where it is no PAdES signature or its bytes are not in order.
    func level(_ index: Int, _ path: CertificatePath?) -> BaselineLevel? {
        let signature = report.signatures[index]
        guard signature.isBaseline else { return nil }
        let ownTokens = proofs[index].tokens.filter(\.isIntact)
        let later = documentTimestamps(after: signature.revision)
        guard !ownTokens.isEmpty || !later.isEmpty else { return .b }
        let paths = [path].compactMap(\.self) + ownTokens.compactMap(\.certificate?.path)
        guard holdsEvidence(for: paths, proofs[index], by: nil) else { return .t }
        // What one revision holds, the later ones hold too: the last timestamp covers the most.
        let isSealed = later.max().map { holdsEvidence(for: paths, proofs[index], by: $0) }
        return isSealed == true ? .lta : .lt
    }

    /// The revisions of intact document timestamps after one.
    private func documentTimestamps(after revision: Int?) -> [Int] {
        report.signatures.indices.compactMap { index in
            let own = report.signatures[index]
            guard own.kind == .documentTimestamp, proofs[index].tokens.contains(where: \.isIntact),
                let place = own.revision, place > revision ?? .max
            else { return nil }
            return place
        }
    }

    /// Whether the file, as it was in revision `last`, holds every certificate and the revocation
    /// of each but the last one of the path.
    private func holdsEvidence(
        for paths: [CertificatePath], _ proof: ExistenceProof, by last: Int?
    ) -> Bool {
        let last = last ?? report.revisionCount
        return paths.allSatisfy { path in
            guard let top = path.certificates.last, path.problem == nil || top.isSelfIssued else {
                return false
            }
            return path.links.allSatisfy { link in
                holds(link.certificate.der, by: last)
                    && judge.revocation.status(
                        of: link.certificate, issuer: link.issuer, at: proof.bestTime,
                        knownIn: last
                    ).isKnown
            }
        }
    }

    private func holds(_ certificate: [UInt8], by last: Int) -> Bool {
        places[ByteKey(certificate)].map { $0 <= last } ?? false
    }

    /// The first revision that brought each certificate.
    static func places(
        _ report: VerificationReport, _ carried: [CarriedParts]
    ) -> [ByteKey: Int] {
        var places: [ByteKey: Int] = [:]
        func note(_ der: [UInt8], _ revision: Int) {
            places.merge([(ByteKey(der), revision)], uniquingKeysWith: min)
        }
        for item in report.embeddedEvidence.certificates { note(item.der, item.revision) }
        for (signature, parts) in zip(report.signatures, carried) {
            guard let revision = signature.revision else { continue }
            parts.certificates.forEach { note($0.der, revision) }
        }
        return places
    }
}

extension SignatureReport {
    /// Whether it has what level B-B asks for: the form, the signer named by a hash, a stated time
    /// and no signing-time attribute beside it.
    fileprivate var isBaseline: Bool {
        guard isIntact, kind != .documentTimestamp, subFilter == "ETSI.CAdES.detached",
            let signer = container?.signer
        else { return false }
        return statedTime != nil && signer.signingCertificate != nil && signer.signingTime == nil
    }
}
