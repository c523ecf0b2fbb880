import Domain
import Foundation
import PDFSigning
import PDFText

/// Draws and assembles signers' updates, one at a time: typesetting keeps to one thread, and its
/// fonts are worth keeping warm.
actor SigningDesk {
    private lazy var typesetter = Typesetter()

    func update(_ order: SignatureOrder, room: Int) throws -> PreparedUpdate {
        guard let turn = order.recipient.turn else { throw Refusal.turnNotReached }
        let (evidence, typesetter) = (Evidence(order), typesetter)
        let update = SignerUpdate(
            fieldName: turn.field,
            claim: SignatureClaim(
                name: order.recipient.name.full,
                date: Date(timeIntervalSince1970: Double(order.at.seconds))),
            contentsRoom: room,
            evidence: { size in try evidence.drawing.canvas(size, by: typesetter) })
        return try update.prepared(on: RevisionContext(encoded: order.context.bytes))
    }
}
