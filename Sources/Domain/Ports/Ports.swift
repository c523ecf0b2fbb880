/// Everything outside that use cases need; built once, by the server.
public struct Ports: Sendable {
    public let documents: any DocumentStore
    public let templates: any TemplateStore
    public let accounts: any AccountStore
    public let confirmations: any ConfirmationStore
    public let certificates: any CertificateStore
    public let revocations: any RevocationStore
    public let jobs: any JobQueue
    public let archive: any Archive
    public let workshop: any PDFWorkshop
    public let sealer: any Sealer
    /// Signatures that are made elsewhere.
    public let external: ExternalPorts
    public let authority: any CertificateAuthority
    /// Timestamps of signatures and seals.
    public let timestamps: any TimestampSource
    /// Answers others; always the server's own authority.
    public let timestampResponder: any TimestampResponder
    /// Whom the server asks who somebody is.
    public let identity: any IdentityProvider
    public let clock: any WallClock
    public let randomness: any Randomness
    public let linkKey: LinkKey
    public let codeKey: CodeKey
    public let addresses: PublicAddresses

    public init(
        documents: any DocumentStore, templates: any TemplateStore,
        accounts: any AccountStore, confirmations: any ConfirmationStore,
        certificates: any CertificateStore, revocations: any RevocationStore,
        jobs: any JobQueue, archive: any Archive, workshop: any PDFWorkshop,
        sealer: any Sealer, external: ExternalPorts, authority: any CertificateAuthority,
        timestamps: any TimestampSource, timestampResponder: any TimestampResponder,
        identity: any IdentityProvider, clock: any WallClock, randomness: any Randomness,
        linkKey: LinkKey, codeKey: CodeKey, addresses: PublicAddresses
    ) {
        self.documents = documents
        self.templates = templates
        self.accounts = accounts
        self.confirmations = confirmations
        self.certificates = certificates
        self.revocations = revocations
        self.jobs = jobs
        self.archive = archive
        self.workshop = workshop
        self.sealer = sealer
        self.external = external
        self.authority = authority
        self.timestamps = timestamps
        self.timestampResponder = timestampResponder
        self.identity = identity
        self.clock = clock
        self.randomness = randomness
        self.linkKey = linkKey
        self.codeKey = codeKey
        self.addresses = addresses
    }
}

/// The server's public addresses, made from the configured public URL.
public struct PublicAddresses: Equatable, Sendable {
    /// Without a trailing slash.
    public let base: String

    public init(base: String) {
        var base = base
        while base.hasSuffix("/") { base.removeLast() }
        self.base = base
    }

    public func document(_ id: DocumentID) -> String { "\(base)/documents/\(id)" }
    public func signing(code: String) -> String { "\(base)/sign/\(code)" }
    /// The same page, as the SignOK wire spells it (contract SignOK, Links).
    public func party(code: String) -> String { "\(base)/linkUrl?\(code)" }
    public func verification(_ id: DocumentID) -> String { "\(base)/verify/\(id)" }

    /// Where the certificate of an issuer lies, in DER (RFC 5280 §4.2.2.1).
    public func certificate(of issuer: CertificateIssuer) -> String {
        "\(base)/pki/\(issuer.rawValue).crt"
    }

    /// Where the list of what the issuer revoked lies (RFC 5280 §4.2.1.13).
    public func revocationList(of issuer: CertificateIssuer) -> String {
        "\(base)/pki/\(issuer.rawValue).crl"
    }
}
