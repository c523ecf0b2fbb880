public import Domain

/// A whole server's surroundings in memory: stores, archive, engines, a clock that stands still.
/// Waiting runs the work that is owed, so that nothing depends on time.
public struct StubWorld: Sendable {
    public let store = StubStore()
    public let archive = StubArchive()
    public let clock = StubClock(Sample.now)
    public let workshop: StubWorkshop
    public let sealer = StubSealer()
    public let external: StubExternal
    public let ports: Ports
    private let stores: StubStores

    public init(identity: any IdentityProvider = ContactIdentity(key: Sample.codes)) {
        self.init(identity: identity) { store, _ in
            StubStores(
                documents: store, templates: store, accounts: store, confirmations: store,
                certificates: store, jobs: store, preparations: store
            ) { await store.failReading(StubFault("disk")) }
        }
    }

    /// Over other stores than those in memory.
    public init(
        identity: any IdentityProvider = ContactIdentity(key: Sample.codes),
        stores: (StubStore, _ clock: any WallClock) throws -> StubStores
    ) rethrows {
        self.stores = try stores(store, clock)
        let stores = self.stores
        workshop = StubWorkshop(archive: archive)
        external = StubExternal(archive: archive)
        ports = Ports(
            documents: stores.documents, templates: stores.templates,
            accounts: stores.accounts, confirmations: stores.confirmations,
            certificates: stores.certificates,
            revocations: store, jobs: stores.jobs, archive: archive, workshop: workshop,
            sealer: sealer,
            external: ExternalPorts(
                sealer: external, workshop: external, preparations: self.stores.preparations),
            authority: StubAuthority(), timestamps: StubTimestamps(),
            timestampResponder: StubTimestamps(), identity: identity, clock: clock,
            randomness: StubRandomness(),
            linkKey: Sample.links, codeKey: Sample.codes,
            addresses: PublicAddresses(base: "https://sign.example.org"))
        let worker = StubWorker(ports: ports, store: store)
        clock.whenSleeping { try await worker.runAll() }
    }

    /// Does everything that is owed now.
    public func work() async throws {
        try await StubWorker(ports: ports, store: store).runAll()
    }

    /// A token of this user, made known to the store.
    public func token(
        of user: User, _ permissions: Set<Permission> = Set(Permission.allCases),
        name: String = "tests"
    ) async throws -> TokenSecret {
        if try await ports.accounts.user(user.id) == nil {
            _ = try await ports.accounts.account(
                named: "account \(user.account)", orMake: user.account)
            try await ports.accounts.add(user, passwordHash: nil)
        }
        return try await ManageAccounts(ports).issueToken(
            for: user, name: name, permissions: permissions, expiresAt: nil)
    }

    /// From now on nothing can be read.
    public func breakStores() async throws { try await stores.destroy() }

    /// The code in the latest mail that holds one.
    public func lastCode() async -> String? {
        for notice in await store.mails.reversed() {
            switch notice.kind {
            case .certificateCode(let id), .signingCode(let id, _), .accessCode(let id, _):
                return Sample.codes.code(for: id)
            default: continue
            }
        }
        return nil
    }
}

/// The stores of a world, and a way to make them fail.
public struct StubStores: Sendable {
    public let documents: any DocumentStore
    public let templates: any TemplateStore
    public let accounts: any AccountStore
    public let confirmations: any ConfirmationStore
    public let certificates: any CertificateStore
    public let jobs: any JobQueue
    public let preparations: any PreparationStore
    public let destroy: @Sendable () async throws -> Void

    public init(
        documents: any DocumentStore, templates: any TemplateStore,
        accounts: any AccountStore, confirmations: any ConfirmationStore,
        certificates: any CertificateStore,
        jobs: any JobQueue, preparations: any PreparationStore,
        destroy: @escaping @Sendable () async throws -> Void
    ) {
        self.documents = documents
        self.templates = templates
        self.accounts = accounts
        self.confirmations = confirmations
        self.certificates = certificates
        self.jobs = jobs
        self.preparations = preparations
        self.destroy = destroy
    }
}

/// Claims and does owed work, as the server's workers would.
struct StubWorker: Sendable {
    let ports: Ports
    let store: StubStore

    func runAll() async throws {
        while let job = try await ports.jobs.claim(at: ports.clock.now(), leaseSeconds: 60) {
            switch job.work {
            case .inspect(let id): try await InspectFiles(ports)(id)
            case .attend(let id): try await AttendDocument(ports)(id)
            case .seal(let id): _ = try await SealDocument(ports)(id)
            case .mail(let notice): await store.deliver(notice)
            }
            _ = try await ports.jobs.complete(job)
        }
    }
}
