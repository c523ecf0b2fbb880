public import Domain
import PDFSigning

extension AuthoritySealer: ExternalSealer {
    public func prepare(_ order: PreparationOrder) async throws -> PreparedSignature {
        let needed = order.neededRoom.map { $0 + Self.slack } ?? 0
        let room = max(ExternalSignature.contentsRoom, needed)
        let update = try await desk.update(DeskOrder(order, room: room))
        return try PreparedSignature(update, after: order.context.revision)
    }

    /// Made anew, a signature may be longer by a few bytes than the one that was measured.
    private static let slack = 64

    public func trustedCertificates() throws -> [[UInt8]] { try trust?.anchors() ?? [] }

    public var externalTimestamps: (any TimestampSource)? {
        standard.level == .baseline ? nil : timestamps
    }

    public func fill(
        _ prepared: PreparedSignature, with signature: [UInt8]
    ) throws -> SignedUpdate {
        let update = try PreparedUpdate(
            opening: prepared.opening, closing: prepared.closing, encodedPlan: prepared.plan)
        return try SignedUpdate(
            update.filled(with: signature), revision: prepared.revision + 1)
    }
}

extension PreparedSignature {
    fileprivate init(_ update: PreparedUpdate, after revision: Int) throws {
        guard let digest = ContentHash(update.digest) else {
            throw SigningError.unknownContextFormat(RevisionContext.formatVersion)
        }
        self.init(
            revision: revision, opening: update.opening, closing: update.closing,
            plan: try update.encodedPlan(), room: update.contentsRoom, digest: digest)
    }
}
