/// What a recipient is asked for.
public enum RecipientRole: Hashable, Codable, Sendable {
    case signer(SignatureMethod)
    /// Approves or sends back, at a step of the order like a signer; fills no fields.
    case reviewer
    /// May look, from the sending on; nobody waits for them.
    case carbonCopy

    public var method: SignatureMethod? {
        if case .signer(let method) = self { method } else { nil }
    }

    /// The round waits for this recipient.
    public var acts: Bool { self != .carbonCopy }
}

/// How a signer signs.
public enum SignatureMethod: String, Codable, CaseIterable, Sendable {
    /// A one-time certificate (LightDoc `Bes`, SignOK `SIMPLE`).
    case simple
    /// The signer's own one-year certificate (LightDoc `AesLightDoc`).
    case ownCertificate
    /// A certificate from outside, used elsewhere: the signer brings the CMS (LightDoc `QesRu`).
    case externalCertificate
    /// The same, a person's (SignOK `CERTIFICATE`).
    case personalCertificate
    /// The same, an organisation's (SignOK `CERTIFICATE`, with a business number).
    case corporateCertificate

    /// The signature is made elsewhere.
    public var isExternal: Bool {
        switch self {
        case .simple, .ownCertificate: false
        case .externalCertificate, .personalCertificate, .corporateCertificate: true
        }
    }
}
