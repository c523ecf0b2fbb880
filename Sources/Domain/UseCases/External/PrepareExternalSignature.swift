import FoundationEssentials

/// Gives a signer the exact bytes to sign with a tool of their own.
public struct PrepareExternalSignature: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// The whole file with the signer's update but for the place of the signature.
    ///
    /// Bytes that were prepared on the file's present revision are given again; otherwise they are
    /// prepared anew, with what was entered last. That is a cache of what the file and the entries
    /// come to, and nobody's act: the document does not change by it.
    public func callAsFunction(_ visit: LinkVisit) async throws -> Download {
        try await ports.uncontested {
            let linked = try await signer(visit)
            let known = try await ports.preparation(of: linked)
            let last = try await ports.lastRevision(of: linked.document)
            if let known, known.isCurrent(after: last) {
                return try await download(known, linked.document)
            }
            let kept = try await prepare(
                linked, entering: ports.enteredValues(known), replacing: known
            ).kept
            return try await download(kept, linked.document)
        }
    }

    /// The same, with what the signer enters, by the fields' ids: an act, which the trail tells.
    public func callAsFunction(
        _ visit: LinkVisit, entering values: [String: FieldValue]
    ) async throws -> Download {
        try await ports.uncontested {
            let linked = try await signer(visit)
            let known = try await ports.preparation(of: linked)
            let (kept, isOwn) = try await prepare(linked, entering: values, replacing: known)
            if isOwn { try await record(kept) }
            return try await download(kept, linked.document)
        }
    }

    private func signer(_ visit: LinkVisit) async throws -> LinkedDocument {
        let linked = try await ports.linked(visit)
        _ = try await ports.externalSigner(in: linked)
        return linked
    }

    /// `isOwn`: nobody was faster.
    private func prepare(
        _ linked: LinkedDocument, entering values: [String: FieldValue],
        replacing known: Preparation?
    ) async throws -> (kept: Preparation, isOwn: Bool) {
        let document = linked.document
        let at = document.time(ports.clock.now())
        let filling = try document.filling(of: linked.recipient, with: values)
        let prepared = try await prepared(document) { context in
            PreparationOrder(
                document: document, recipient: linked.recipient, context: context,
                values: filling.values, neededRoom: known?.neededRoom, at: at)
        }
        let own = try await store(prepared, for: linked, entering: values, known, at: at)
        let kept = try await ports.external.preparations.keep(own, replacing: known)
        return (kept, kept == own)
    }

    private func prepared(
        _ document: Document, _ order: (SigningContext) -> PreparationOrder
    ) async throws -> PreparedSignature {
        do {
            return try await ports.fromContext(of: document) { context in
                try await ports.external.sealer.prepare(order(context))
            }
        } catch let trouble as FieldTrouble {
            throw Refusal.field(trouble)
        }
    }

    private func record(_ preparation: Preparation) async throws {
        _ = try await ports.commit({ try await ports.document(preparation.document) }) { document in
            try document.preparing(preparation, at: ports.clock.now())
        }
    }

    private func store(
        _ prepared: PreparedSignature, for linked: LinkedDocument,
        entering values: [String: FieldValue], _ known: Preparation?, at: Instant
    ) async throws -> Preparation {
        Preparation(
            document: linked.document.id, round: linked.document.round,
            recipient: linked.recipient.id, revision: prepared.revision,
            opening: try await ports.archive.store(prepared.opening),
            closing: try await ports.archive.store(prepared.closing),
            plan: try await ports.archive.store(prepared.plan),
            values: try await ports.archive.store([UInt8](try JSONEncoder().encode(values))),
            room: prepared.room, digest: prepared.digest, at: at, neededRoom: known?.neededRoom)
    }

    private func download(
        _ preparation: Preparation, _ document: Document
    ) async throws -> Download {
        let pieces = try await ports.piecesToSign(preparation, of: document)
        return Download(pieces: pieces, hash: preparation.digest, of: document)
    }
}
