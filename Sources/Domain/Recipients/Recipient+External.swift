extension Recipient {
    /// The business whose certificate must sign, where the sender has named one.
    public var wantedBusiness: String? {
        method?.isExternal == true ? access.checks?.businessNumber : nil
    }

    /// - Parameter random: beside the signer's private key, where it was sent.
    func business(provenBy random: [UInt8]?) -> BusinessProof? {
        wantedBusiness.map { BusinessProof(number: $0, random: random) }
    }
}
