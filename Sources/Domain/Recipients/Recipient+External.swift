extension Recipient {
    /// The business whose certificate must sign, where the sender has named one.
    public var wantedBusiness: String? {
        method?.isExternal == true ? access.checks?.businessNumber : nil
    }

    /// What the door of the link asks. Who signs with a certificate shows it by the signature, and
    /// is not asked for it twice: where the sender wants nothing else they retype the contact, like
    /// everybody of whom nothing is asked.
    public var door: AccessRule {
        guard wantedBusiness != nil, var checks = access.checks else { return access }
        checks.businessNumber = nil
        return checks.steps.isEmpty ? .contact : .checks(checks)
    }

    /// - Parameter random: beside the signer's private key, where it was sent.
    func business(provenBy random: [UInt8]?) -> BusinessProof? {
        if let wantedBusiness { return .number(wantedBusiness, random: random) }
        return method == .corporateCertificate ? .any : nil
    }
}
