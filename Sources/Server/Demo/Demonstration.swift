import Delivery
import Domain
import Foundation
import Words

/// The main job once: two people sign a sample contract.
public struct Demonstration: Sendable {
    private let place: Workplace

    public init(_ settings: Settings) async throws {
        place = try await Workplace.open(settings)
    }

    private var words: Words { Words(place.settings.language.rawValue) }

    /// Where the signed PDF lies.
    public func run() async throws -> String {
        let workers = Task { try await place.workers.run() }
        defer { workers.cancel() }
        let (author, document) = try await send()
        for recipient in document.recipients { try await sign(document, recipient) }
        let signed = try await DownloadDocument(place.ports).signed(
            document.id, by: Actor(session: author, agent: "demo"))
        return try await write(signed)
    }

    private func send() async throws -> (User, Document) {
        let ports = place.ports
        let author = try await ManageAccounts(ports).add(
            ManageAccounts.NewUser(
                email: Self.email("author"), name: Self.name("Петров Пётр Петрович"),
                account: "demo", role: .admin, isVerified: true, language: nil, password: nil))
        let actor = Actor(session: author, agent: "demo")
        let draft = try await CreateDocument(ports)(
            NewDocument(
                clientID: "demo", name: words["demo.title"], isSequential: true,
                language: place.settings.language, recipients: Self.signers), by: actor)
        let contract = try await ports.archive.store(SampleContract.bytes(in: words))
        _ = try await UploadFiles(ports)(
            [NewFile(name: "contract.pdf", blob: contract)], to: draft.id, by: actor)
        return (author, try await wait(for: draft.id) { $0.state == .signing })
    }

    private func sign(_ document: Document, _ recipient: Recipient) async throws {
        let ports = place.ports
        let visit = LinkVisit(
            code: ports.linkKey.code(
                document: document.id, party: .recipient(recipient.id), round: document.round,
                generation: recipient.link.generation))
        _ = try await RequestSigningCode(ports)(visit)
        let purpose = Confirmation.Purpose.signing(
            document: document.id, recipient: recipient.id, round: document.round)
        guard let pending = try await ports.confirmations.pending(purpose) else {
            throw DemonstrationFailure("no code was made")
        }
        _ = try await SignOnPage(ports)(
            SignOnPage.Command(
                visit: visit, code: ports.codeKey.code(for: pending.id),
                consentVersion: words["consent.version"], origin: .unknown))
        _ = try await wait(for: document.id) { $0[recipient: recipient.id]?.turn?.approval != nil }
    }

    private func write(_ download: Download) async throws -> String {
        let path = "\(place.settings.dataFolder)/signed.pdf"
        try Data().write(to: URL(filePath: path))
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        for piece in download.pieces {
            for try await bytes in place.ports.archive.read(piece, 0..<piece.byteCount) {
                try file.write(contentsOf: Data(bytes))
            }
        }
        try file.close()
        return path
    }

    private func wait(
        for id: DocumentID, until isDone: (Document) -> Bool
    ) async throws -> Document {
        for _ in 0..<600 {
            if let document = try await place.ports.documents.document(id), isDone(document) {
                return document
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw DemonstrationFailure("the document did not get on within 30 s")
    }

    private static let signers = [
        NewRecipient(
            name: name("Сидорова Анна Ивановна"), contact: .email(email("anna")), number: nil,
            role: .signer(.simple), access: .code, requiresVerification: false),
        NewRecipient(
            name: name("김 민수"), contact: .email(email("minsu")), number: nil,
            role: .signer(.ownCertificate), access: .code,
            requiresVerification: false),
    ]

    private static func name(_ text: String) -> PersonName {
        PersonName(text) ?? PersonName(lastName: text, firstName: "")
    }

    private static func email(_ local: String) -> EmailAddress {
        guard let address = EmailAddress("\(local)@demo.example") else {
            preconditionFailure("the demonstration's own addresses are valid")
        }
        return address
    }
}

struct DemonstrationFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
