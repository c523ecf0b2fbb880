/// What a signature made elsewhere must satisfy beside being genuine.
public struct ExternalRules: Sendable {
    /// Whom to trust, and how much must be known of revocation.
    public var policy: ValidationPolicy
    /// The business whose certificate must have signed; nil: anybody's that is trusted.
    public var business: BusinessClaim?

    public init(policy: ValidationPolicy, business: BusinessClaim? = nil) {
        self.policy = policy
        self.business = business
    }
}
