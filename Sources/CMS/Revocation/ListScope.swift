/// Which certificates of its issuer a list is about (issuingDistributionPoint, RFC 5280 §5.2.5).
struct ListScope: Hashable, Sendable {
    private let addresses: [String]
    private let usersOnly: Bool
    private let authoritiesOnly: Bool

    init(_ value: ExtensionList.Value?) throws(CMSError) {
        guard let value else {
            (addresses, usersOnly, authoritiesOnly) = ([], false, false)
            return
        }
        var parts = try value.only().inside
        let point = try parts.nextIf(DERTag.context(0))
        addresses = point.map(GeneralNames.addresses) ?? []
        if let point, addresses.isEmpty, !point.content.isEmpty {
            throw CMSError(.unsupported, "a revocation list of a point without an address")
        }
        usersOnly = try Self.flag(parts.nextIf(DERTag.primitiveContext(1)))
        authoritiesOnly = try Self.flag(parts.nextIf(DERTag.primitiveContext(2)))
        // [3] some reasons, [4] indirect, [5] attribute certificates: something is left out.
        guard parts.isAtEnd else { throw CMSError(.unsupported, "an indirect or partial list") }
    }

    /// A list of one distribution point says nothing of certificates that name another: the
    /// lists of two parts could otherwise be exchanged.
    func includes(_ certificate: EmbeddedCertificate) -> Bool {
        if usersOnly && certificate.isAuthority { return false }
        if authoritiesOnly && !certificate.isAuthority { return false }
        return addresses.isEmpty || !Set(addresses).isDisjoint(with: certificate.pointAddresses)
    }

    private static func flag(_ value: DERValue?) throws(CMSError) -> Bool {
        value?.content.first ?? 0 != 0
    }
}
