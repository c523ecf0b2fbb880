public import Domain
import PDFSigning

extension AuthoritySealer {
    /// The validation data of every signature made here, then a document timestamp over it, which
    /// carries the head of the audit trail (PAdES B-LTA, EN 319 142-1 §6.3).
    public func seal(_ order: SealOrder) async throws -> SealedRound {
        guard standard.level == .longTerm else {
            let outside = try order.externalEvidence.map(ExternalChain.init)
            return SealedRound(additions: [], standard: standard(for: outside))
        }
        let context = try order.context.decoded()
        let number = order.context.revision
        let evidence = try await timestamps.evidence(at: order.at)
        let outside = try order.externalEvidence.map(ExternalChain.init)
        var own = validationData(order, evidence, context)
        for chain in outside { own[chain.field]?.add(chain.evidence.data) }
        let data = try SecurityStoreUpdate(data: own).made(on: context)
        let timestamp = try await timestamped(data.context, auditHead: order.document.audit.head)
        return SealedRound(
            additions: [
                .init(
                    kind: .validationData,
                    update: try SignedUpdate(data, revision: number + 1)),
                .init(
                    kind: .documentTimestamp,
                    update: try SignedUpdate(timestamp, revision: number + 2)),
            ],
            standard: standard(for: outside, trusting: evidence.anchors))
    }

    /// Who was trusted when a signature was taken is trusted for it at the seal.
    private func standard(
        for outside: [ExternalChain], trusting anchors: [[UInt8]] = []
    ) -> SealStandard {
        SealStandard(
            level: standard.level,
            anchors: standard.anchors + anchors + outside.map(\.evidence.anchor),
            externalFields: Set(outside.map(\.field)))
    }

    /// The same for all: one authority issued their certificates, and one their timestamps.
    private func validationData(
        _ order: SealOrder, _ timestamps: TimestampEvidence, _ context: RevisionContext
    ) -> [String: ValidationData] {
        let data = ValidationData(
            certificates: certificates + timestamps.certificates,
            revocationLists: order.revocationLists.map(\.der) + timestamps.revocationLists,
            ocspResponses: timestamps.ocspResponses)
        return order.document.ownFields(in: context).reduce(into: [:]) { $0[$1] = data }
    }

    private func timestamped(
        _ context: RevisionContext, auditHead: ContentHash
    ) async throws -> RevisionDelta {
        let update = try DocumentTimestampUpdate(
            fieldName: DocumentTimestampUpdate.freeName(in: context),
            contentsRoom: timestamps.tokenRoom, auditHead: auditHead.bytes
        ).prepared(on: context)
        guard let digest = ContentHash(update.digest) else {
            throw TimestampUnavailable("the file has no digest")
        }
        return try update.filled(with: await timestamps.token(over: digest))
    }
}

/// The path of a certificate with which a signature was made elsewhere.
private struct ExternalChain {
    let field: String
    let evidence: SignerEvidence

    init(_ evidence: ExternalEvidence) throws {
        field = evidence.field
        self.evidence = try SignerEvidence(encoded: evidence.bytes)
    }
}

extension Document {
    /// The fields that were signed here: all of them, unless the upload was signed before.
    fileprivate func ownFields(in context: RevisionContext) -> [String] {
        guard earlierSignatureCount > 0 else { return context.structure.signatures.map(\.field) }
        return recipients.compactMap(\.turn?.field)
    }
}
