import Archive
import Authority
import Foundation
import PDFSigning
import TamgaTestKit
import Workshop

@testable import Domain

/// Real engines and a real archive; only what is kept in the database is kept in memory.
struct Engines {
    let folder: TemporaryFolder
    let now: Instant
    let store = StubStore()
    let archive: DiskArchive
    let ports: Ports
    let acceptance: ExternalAcceptance

    /// - Parameters:
    ///   - now: what the clock says.
    ///   - evidence: where the addresses in signers' certificates are asked.
    init(at now: Instant = Sample.now, evidence: (any RevocationSource)? = nil) throws {
        self.now = now
        folder = try TemporaryFolder()
        archive = try DiskArchive(folder: folder.file("archive"))
        let clock = StubClock(now)
        let authority = try TamgaAuthority(
            folder: folder.file("keys"),
            vault: KeyVault(folder: folder.file("keys"), masterKeyFile: folder.file("master.key")),
            keptKey: .p256, randomness: TrueRandomness(), at: clock.now())
        let timestamps = try EmbeddedTimestampAuthority(
            authority, markFile: folder.file("tsa.mark"), clock: clock,
            randomness: TrueRandomness())
        let workshop = try ChildWorkshop(
            archive: archive, cacheFolder: folder.file("cache"),
            executable: BuiltProgram.path("WorkshopChild"), evidence: evidence)
        let sealer = try AuthoritySealer(
            authority, level: .longTerm, timestamps: timestamps,
            trust: TrustFolder(dataFolder: folder.path))
        acceptance = ExternalAcceptance(sealer: sealer, workshop: workshop)
        ports = Ports(
            documents: store, templates: store, accounts: store, confirmations: store,
            certificates: store, revocations: store, jobs: store, archive: archive,
            workshop: workshop, sealer: sealer,
            external: ExternalPorts(sealer: sealer, workshop: workshop, preparations: store),
            authority: authority,
            timestamps: timestamps, timestampResponder: timestamps,
            identity: ContactIdentity(key: Sample.codes), clock: clock,
            randomness: TrueRandomness(), linkKey: Sample.links, codeKey: Sample.codes,
            addresses: PublicAddresses(base: "https://sign.example.org"))
    }

    static let author = Sample.actor(Sample.author)

    /// A document of these uploads, sent.
    func send(
        _ uploads: [[UInt8]], to recipients: [NewRecipient] = Self.recipients(2),
        name: String = "Договор № 7", language: Language = .russian, fields: [Field] = [],
        isSequential: Bool = false
    ) async throws -> Document {
        let draft = try await CreateDocument(ports)(
            NewDocument(
                clientID: nil, name: name, isSequential: isSequential, language: language,
                recipients: recipients, fields: fields), by: Self.author)
        var files: [NewFile] = []
        for bytes in uploads {
            files.append(NewFile(name: "Договор.pdf", blob: try await archive.store(bytes)))
        }
        _ = try await UploadFiles(ports)(files, to: draft.id, by: Self.author)
        try await InspectFiles(ports)(draft.id)
        return try await document(draft.id)
    }

    static func recipients(_ count: Int) -> [NewRecipient] {
        (1...count).map { number in
            NewRecipient(
                name: PersonName(lastName: "Петрова", firstName: "Анна \(number)"),
                contact: .email(Sample.email("signer\(number)@example.net")), number: nil,
                role: .signer(number % 2 == 0 ? .ownCertificate : .simple), access: .code,
                requiresVerification: false)
        }
    }

    func document(_ id: DocumentID) async throws -> Document {
        guard let document = try await store.document(id) else { throw StubFault("no document") }
        return document
    }

    /// Signs by link and code, as the page does.
    func sign(
        _ document: Document, _ recipient: Recipient, entering values: [String: FieldValue] = [:]
    ) async throws {
        let visit = link(of: recipient, in: document)
        _ = try await RequestSigningCode(ports)(visit)
        let purpose = Confirmation.Purpose.signing(
            document: document.id, recipient: recipient.id, round: document.round)
        guard let pending = try await store.pending(purpose) else { throw StubFault("no code") }
        _ = try await SignOnPage(ports)(
            SignOnPage.Command(
                visit: visit, code: Sample.codes.code(for: pending.id), consentVersion: "1",
                values: values, origin: .unknown))
    }

    func link(of recipient: Recipient, in document: Document) -> LinkVisit {
        LinkVisit(
            code: Sample.links.code(
                document: document.id, party: .recipient(recipient.id), round: document.round,
                generation: recipient.link.generation))
    }

    /// Everybody signs, and the seal is set.
    ///
    /// - Parameter values: what they enter, by position.
    func finish(
        _ document: Document, entering values: [[String: FieldValue]] = []
    ) async throws -> Document {
        for recipient in document.recipients {
            let own = values.indices.contains(recipient.position) ? values[recipient.position] : [:]
            try await sign(document, recipient, entering: own)
        }
        let isSealed = try await SealDocument(ports)(document.id)
        let finished = try await self.document(document.id)
        guard isSealed else { throw StubFault("no seal: \(finished.state)") }
        return finished
    }

    /// Writes a download to a file and returns its path.
    func save(_ download: Download, as name: String = "download.pdf") async throws -> String {
        var bytes: [UInt8] = []
        for piece in download.pieces {
            for try await part in archive.read(piece, 0..<piece.byteCount) { bytes += part }
        }
        return try folder.write(bytes, as: name)
    }

    /// The authority's root in DER, for validators.
    func root() async throws -> String {
        let path = folder.file("root.der")
        _ = try await OutsideTool.run(
            "openssl",
            ["x509", "-in", folder.file("keys/root.crt"), "-outform", "DER", "-out", path])
        return path
    }
}

struct TrueRandomness: Randomness {
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255) } }
}
