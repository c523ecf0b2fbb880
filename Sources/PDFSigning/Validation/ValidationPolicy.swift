/// What signatures are measured by: whom the user trusts, what the user knows, what is required.
public struct ValidationPolicy: Sendable {
    /// How much must be known about revocation for a signature to be TOTAL-PASSED.
    public enum RevocationRequirement: String, Hashable, Codable, Sendable {
        /// What is found is obeyed; nothing found holds nothing up. Offline, signatures of level
        /// B-B and B-T can be TOTAL-PASSED only so, for they carry no such information.
        case whereFound
        /// Certificates that name a place where revocation is published need fresh information.
        case wherePublished
        /// Every certificate below the trusted one needs fresh information.
        case always
    }

    public var anchors: TrustAnchors
    public var revocation: RevocationRequirement
    /// Beside what the file carries. None of it is trusted: each piece counts only as far as its
    /// signature leads to a trusted certificate.
    public var evidence: ValidationData

    public init(
        anchors: TrustAnchors, revocation: RevocationRequirement = .whereFound,
        evidence: ValidationData = ValidationData()
    ) {
        self.anchors = anchors
        self.revocation = revocation
        self.evidence = evidence
    }
}
