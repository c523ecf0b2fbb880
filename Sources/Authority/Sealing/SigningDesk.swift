import Domain
import Evidence
import Foundation
import PDFSigning
import PDFText

/// Draws and assembles signers' updates, one at a time: typesetting keeps to one thread, and its
/// fonts are worth keeping warm.
actor SigningDesk {
    private lazy var typesetter = Typesetter()

    func update(_ order: DeskOrder) throws -> PreparedUpdate {
        guard let field = order.recipient.turn?.field else { throw Refusal.turnNotReached }
        let (drawing, typesetter) = (order.drawing, typesetter)
        var update = SignerUpdate(
            fieldName: field,
            claim: SignatureClaim(
                name: order.recipient.name.full,
                date: Date(timeIntervalSince1970: Double(order.evidence.at.seconds))),
            contentsRoom: order.room,
            filling: try FormFilling(
                order.values, in: order.document.language, by: typesetter),
            evidence: { size in try drawing.canvas(size, by: typesetter) })
        update.format = order.format
        let context = try order.context.decoded()
        do {
            return try update.prepared(on: context)
        } catch {
            throw FieldTrouble(causedBy: error) ?? error
        }
    }
}
