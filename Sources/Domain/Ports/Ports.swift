/// Everything outside that use cases need; built once, by the server.
public struct Ports: Sendable {
    public let documents: any DocumentStore
    public let accounts: any AccountStore
    public let confirmations: any ConfirmationStore
    public let certificates: any CertificateStore
    public let jobs: any JobQueue
    public let archive: any Archive
    public let workshop: any PDFWorkshop
    public let sealer: any Sealer
    public let authority: any CertificateAuthority
    public let clock: any WallClock
    public let randomness: any Randomness
    public let linkKey: LinkKey
    public let codeKey: CodeKey
    public let addresses: PublicAddresses

    public init(
        documents: any DocumentStore, accounts: any AccountStore,
        confirmations: any ConfirmationStore, certificates: any CertificateStore,
        jobs: any JobQueue, archive: any Archive, workshop: any PDFWorkshop,
        sealer: any Sealer, authority: any CertificateAuthority, clock: any WallClock,
        randomness: any Randomness, linkKey: LinkKey, codeKey: CodeKey,
        addresses: PublicAddresses
    ) {
        self.documents = documents
        self.accounts = accounts
        self.confirmations = confirmations
        self.certificates = certificates
        self.jobs = jobs
        self.archive = archive
        self.workshop = workshop
        self.sealer = sealer
        self.authority = authority
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
    public func verification(_ id: DocumentID) -> String { "\(base)/verify/\(id)" }
}
