import CMS
public import Domain

extension TamgaAuthority {
    /// The list says what is revoked, since when and why, and is signed by the issuer's own key.
    public func sign(_ draft: RevocationListDraft, at now: Instant) throws -> RevocationList {
        let thisUpdate = Instant(seconds: now.seconds)
        let nextUpdate = thisUpdate.adding(seconds: RevocationList.validitySeconds)
        let der = try maker(draft.issuer).list(
            number: UInt64(draft.number), thisUpdate: thisUpdate.date,
            nextUpdate: nextUpdate.date,
            revoked: draft.revocations.map(RevokedCertificate.init))
        return RevocationList(
            issuer: draft.issuer, number: draft.number,
            revocationCount: draft.revocations.count, thisUpdate: thisUpdate,
            nextUpdate: nextUpdate, der: der)
    }

    private func maker(_ issuer: CertificateIssuer) throws -> CertificateListMaker {
        switch issuer {
        case .root:
            try CertificateListMaker(issuer: chain.root, key: PrivateKey(chain.keys.root))
        case .issuing:
            try CertificateListMaker(issuer: chain.issuing, key: PrivateKey(chain.keys.issuing))
        }
    }
}

extension RevokedCertificate {
    fileprivate init(_ revocation: Revocation) {
        self.init(
            serialNumber: octets(hexadecimal: revocation.serial), revokedAt: revocation.at.date,
            reason: Reason(revocation.reason))
    }
}

extension RevokedCertificate.Reason {
    fileprivate init(_ reason: Revocation.Reason) {
        self =
            switch reason {
            case .unspecified: .unspecified
            case .keyCompromise: .keyCompromise
            case .affiliationChanged: .affiliationChanged
            case .superseded: .superseded
            case .cessationOfOperation: .cessationOfOperation
            case .privilegeWithdrawn: .privilegeWithdrawn
            }
    }
}
