import Archive
import Authority
public import Delivery
public import Domain
import Foundation
import Letters
import Logging
import Outbound
import SQLiteDriver
import Store
import Workshop

/// An opened data directory: every port built, for a server or for one command.
public struct Workplace: Sendable {
    public let ports: Ports
    public let settings: Settings
    public let workers: Workers
    /// What a running server looks at to tell whether it can work.
    let readiness: Checkup
    private let keys: KeyVault
    private let archive: DiskArchive

    /// Migrates the database and makes the keys on first start.
    public static func open(_ settings: Settings) async throws -> Workplace {
        try await open(settings, program: "/proc/self/exe")
    }

    /// - Parameter program: this program, whose children open foreign files.
    static func open(_ settings: Settings, program: String) async throws -> Workplace {
        try makeFolder(settings.dataFolder)
        let database = try SQLiteDatabase(path: settings.databaseFile)
        try await Schema(database).migrate(at: SystemClock().now())
        return try Workplace(settings, database, program: program)
    }

    private init(_ settings: Settings, _ database: SQLiteDatabase, program: String) throws {
        let bell = WorkBell()
        let (clock, randomness) = (SystemClock(), SystemRandomness())
        keys = try KeyVault(
            folder: settings.keyFolder, masterKeyFile: settings.keyFile)
        let authority = try TamgaAuthority(
            folder: settings.keyFolder, vault: keys, keptKey: settings.aesKey.keptKey,
            addresses: settings.publicURL.map(PublicAddresses.init(base:)),
            randomness: randomness, at: clock.now())
        let embedded = try EmbeddedTimestampAuthority(
            authority, markFile: settings.markFile, clock: clock,
            randomness: randomness)
        let timestamps = settings.timestamps.source(
            embedded: embedded, rules: settings.outboundRules, randomness)
        archive = try DiskArchive(folder: "\(settings.dataFolder)/archive")
        let codeKey = CodeKey(keys.master.derived("one-time codes"))
        let workshop = try ChildWorkshop(
            archive: archive, cacheFolder: "\(settings.dataFolder)/cache", executable: program,
            evidence: settings.evidence)
        let sealer = try AuthoritySealer(
            authority, level: settings.level, timestamps: timestamps,
            trust: TrustFolder(dataFolder: settings.dataFolder))
        let jobs = JobWriter(randomness: randomness, clock: clock, announce: bell.ring)
        ports = Ports(
            documents: SQLDocumentStore(database, jobs: jobs),
            templates: SQLTemplateStore(database), accounts: SQLAccountStore(database),
            confirmations: SQLConfirmationStore(database, jobs: jobs),
            certificates: SQLCertificateStore(database),
            revocations: SQLRevocationStore(database), jobs: SQLJobQueue(database, jobs: jobs),
            archive: archive,
            workshop: workshop, sealer: sealer,
            external: ExternalPorts(
                sealer: sealer, workshop: workshop,
                preparations: SQLPreparationStore(database)), authority: authority,
            timestamps: timestamps, timestampResponder: embedded,
            identity: settings.identityProvider(codeKey: codeKey, clock, randomness), clock: clock,
            randomness: randomness, linkKey: LinkKey(keys.master.derived("signing links")),
            codeKey: codeKey, addresses: settings.addresses)
        workers = Workers(
            ports: ports,
            letters: LetterWriter(
                linkKey: ports.linkKey, codeKey: ports.codeKey, addresses: ports.addresses),
            mailer: try Self.spool(settings), messenger: try settings.messenger(), bell: bell,
            count: settings.workers, logger: Logger(label: "tamga.jobs"))
        readiness = Checkup(of: settings, working: Schema(database))
        self.settings = settings
    }

    /// The right to serve this data directory: one process at a time.
    static func lock(_ settings: Settings) throws -> DirectoryLock {
        try makeFolder(settings.dataFolder)
        return try DirectoryLock(directory: settings.dataFolder)
    }

    /// Removes what was in the making when the last server stopped; only under the lock.
    func sweepScratch() {
        archive.sweepScratch()
    }

    /// The names of the migrations that ran, or that would run.
    public static func migrate(_ settings: Settings, isDryRun: Bool) async throws -> [String] {
        try makeFolder(settings.dataFolder)
        let schema = Schema(try SQLiteDatabase(path: settings.databaseFile))
        let migrations =
            isDryRun
            ? try await schema.pending() : try await schema.migrate(at: SystemClock().now())
        return migrations.map(\.name)
    }

    public static func spool(_ settings: Settings) throws -> MailSpool {
        try makeFolder(settings.dataFolder)
        return try MailSpool(folder: settings.spoolFolder)
    }

    /// For the owner alone: the directory holds everything there is to steal.
    private static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }
}

extension Settings {
    /// Where the addresses in signers' certificates are asked, while the signers wait.
    fileprivate var evidence: RevocationClient {
        RevocationClient(by: OutboundClient(rules: outboundRules), within: .seconds(5))
    }
}

extension Settings.AESKey {
    fileprivate var keptKey: TamgaAuthority.KeptKey {
        switch self {
        case .rsa2048: .rsa2048
        case .p256: .p256
        }
    }
}
