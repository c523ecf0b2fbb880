import Authority
import Foundation
import PDFSigning
import TamgaTestKit
import Workshop

@testable import Domain

/// A document of two signers, the first of whom signs elsewhere, by the openssl command.
struct ExternalEngines {
    let engines: Engines
    let signer: OutsideSigner
    let trust: TrustFolder

    init(_ kind: OutsideSigner.Kind) async throws {
        try self.init(await OutsideSigner(kind))
    }

    /// - Parameters:
    ///   - signer: whose root the operator trusts.
    ///   - years: how much later it is than now.
    init(
        _ signer: OutsideSigner, evidence: (any RevocationSource)? = nil, later years: Int64 = 0
    ) throws {
        self.signer = signer
        let seconds = Int64(Date().timeIntervalSince1970) + years * 365 * 86_400
        engines = try Engines(at: Instant(seconds: seconds), evidence: evidence)
        trust = TrustFolder(dataFolder: engines.folder.path)
        try trust.add(signer.root)
    }

    private var acceptance: ExternalAcceptance { engines.acceptance }

    func send() async throws -> Document {
        try await engines.send([SamplePDF.plain(pages: 2).bytes()])
    }

    func prepared(
        _ document: Document, position: Int = 0, neededRoom: Int? = nil
    ) async throws -> PreparedSignature {
        try await engines.ports.fromContext(of: document) { context in
            try await acceptance.sealer.prepare(
                PreparationOrder(
                    document: document, recipient: document.recipients[position],
                    context: context, values: [:], neededRoom: neededRoom, at: engines.now))
        }
    }

    /// The pieces of what is to be signed.
    func pieces(_ prepared: PreparedSignature, of document: Document) async throws -> [Blob] {
        let opening = try await engines.archive.store(prepared.opening)
        let closing = try await engines.archive.store(prepared.closing)
        return try await engines.ports.pieces(of: document) + [opening, closing]
    }

    func download(_ pieces: [Blob]) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for piece in pieces { bytes += try await engines.archive.bytes(of: piece) }
        return bytes
    }

    /// What becomes of an upload, which is made of the exact bytes.
    func accepted(
        _ document: Document, _ prepared: PreparedSignature, business: BusinessProof? = nil,
        _ upload: ([UInt8]) async throws -> [UInt8]
    ) async throws -> ExternalAcceptance.Accepted {
        let pieces = try await pieces(prepared, of: document)
        return try await acceptance.accepted(
            upload(download(pieces)), over: pieces, prepared, business: business,
            at: engines.now)
    }

    func commit(_ accepted: ExternalAcceptance.Accepted, to document: Document) async throws {
        let update = try await engines.archive.store(accepted.update.bytes)
        let revision = Revision(
            round: document.round, number: accepted.update.context.revision,
            kind: .signature(document.recipients[0].id),
            blob: update)
        let approval = Approval(
            at: engines.now, confirmation: .externalSignature,
            certificate: accepted.certificate, consentVersion: nil, origin: .unknown,
            external: Approval.External(
                signature: try await engines.archive.store(accepted.signature),
                evidence: accepted.evidence, opening: update, closing: update,
                digest: update.hash))
        try await engines.store.commit(
            document.signing(
                by: document.recipients[0].id, approval, revision: revision,
                context: accepted.update.context, at: engines.now))
    }

    /// The other signer signs, and the seal is set; the path of the finished file.
    func finish(_ document: Document) async throws -> String {
        let current = try await engines.document(document.id)
        try await engines.sign(current, current.recipients[1])
        let isSealed = try await SealDocument(engines.ports)(document.id)
        let state = try await engines.document(document.id).state
        guard isSealed else { throw StubFault("no seal: \(state)") }
        return try await engines.save(
            DownloadDocument(engines.ports).signed(document.id, by: Engines.author))
    }
}
