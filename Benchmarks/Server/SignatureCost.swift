import BenchmarkKit
import Delivery
import Domain
import Foundation
import Server

/// What the tenth of eleven signatures costs on a large document, against the same on a small one.
/// In one process, without HTTP; children and the seal apart.
enum SignatureCost {
    private static let rounds = 3

    @Sendable static func run() async throws -> [BenchmarkKit.Finding] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tamga-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let place = try await Workplace.open(
            Settings(flags: [.dataFolder: folder], environment: [:]))
        let workers = Task { try await place.workers.run() }
        defer { workers.cancel() }
        let author = try await author(place.ports)
        var ratios: [Double] = []
        for _ in 0..<rounds {
            let small = try await tenthSignature(place.ports, author, byteCount: 50_000)
            let large = try await tenthSignature(place.ports, author, byteCount: 45_000_000)
            ratios.append(large / small)
        }
        return [
            BenchmarkKit.Finding(
                what: "tenth signature, 45 MB against 50 KB", figure: ratios.sorted()[rounds / 2],
                unit: "×", bound: .atMost(1.5))
        ]
    }

    private static func author(_ ports: Ports) async throws -> Actor {
        let user = try await ManageAccounts(ports).add(
            ManageAccounts.NewUser(
                email: address("author"), name: name(0), account: "bench", role: .admin,
                isVerified: true, language: nil, password: nil))
        return Actor(session: user, agent: "bench")
    }

    /// Processor time of this process for one signature, in seconds.
    private static func tenthSignature(
        _ ports: Ports, _ author: Actor, byteCount: Int
    ) async throws -> Double {
        let document = try await sent(ports, author, byteCount: byteCount)
        for recipient in document.recipients.prefix(9) {
            try await sign(ports, document, recipient)
        }
        try await Task.sleep(for: .milliseconds(500))
        let before = processorSeconds()
        try await sign(ports, document, document.recipients[9])
        return processorSeconds() - before
    }

    private static func sent(
        _ ports: Ports, _ author: Actor, byteCount: Int
    ) async throws -> Document {
        let draft = try await CreateDocument(ports)(
            NewDocument(
                clientID: nil, name: "Bench", isSequential: false, language: .english,
                recipients: try (1...11).map { number in
                    NewRecipient(
                        name: name(number), contact: .email(try address("signer\(number)")),
                        role: .signer(.simple), access: .code)
                }), by: author)
        let file = try Data(contentsOf: SamplePDF.file(byteCount: byteCount))
        let blob = try await ports.archive.store(Array(file))
        _ = try await UploadFiles(ports)(
            [NewFile(name: "bench.pdf", blob: blob)], to: draft.id, by: author)
        for _ in 0..<600 {
            if let document = try await ports.documents.document(draft.id),
                document.state == .signing
            {
                return document
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw BenchmarkFailure("the document was not sent")
    }

    private static func sign(
        _ ports: Ports, _ document: Document, _ recipient: Recipient
    ) async throws {
        let link = LinkVisit(
            code: ports.linkKey.code(
                document: document.id, party: .recipient(recipient.id), round: document.round,
                generation: recipient.link.generation))
        _ = try await RequestSigningCode(ports)(link)
        guard
            let pending = try await ports.confirmations.pending(
                .signing(document: document.id, recipient: recipient.id, round: document.round))
        else { throw BenchmarkFailure("no code was made") }
        _ = try await SignOnPage(ports)(
            SignOnPage.Command(
                visit: link, code: ports.codeKey.code(for: pending.id),
                consentVersion: "1", origin: .unknown))
    }

    private static func name(_ number: Int) -> PersonName {
        PersonName(lastName: "Signer", firstName: "Number \(number)")
    }

    private static func address(_ local: String) throws -> EmailAddress {
        guard let address = EmailAddress("\(local)@example.org") else {
            throw BenchmarkFailure("no address: \(local)")
        }
        return address
    }

    private static func processorSeconds() -> Double {
        Double(ProcessUsage.processorMicroseconds()) / 1e6
    }
}
