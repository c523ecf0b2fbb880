import Domain
import PDFText
import Words

extension AuditTrailSheet {
    /// What is known of a party on the left, the signature's evidence on the right.
    func entry(_ index: Int, _ party: AuditTrailContent.Party) -> Sheet.Entry {
        var entry = Sheet.Entry(
            key: "party \(index)", title: "\(party.number). \(party.person.name)",
            facts: [
                Fact(words["certificate.signer.contact"], party.person.contact),
                Fact(words["audit.role"], words["audit.role.\(party.role.rawValue)"]),
            ], slotHeight: 0)
        if let method = party.method {
            let text = words["certificate.method.\(method.rawValue)"]
            entry.facts.append(Fact(words["certificate.signer.method"], text))
        }
        if let progress = party.progress {
            entry.facts.append(Fact(words["audit.state"], told(progress)))
        }
        if let evidence = party.evidence {
            entry.slotHeight = SlotDrawing.height(facts: 5, hasHeading: true)
            entry.drawing = evidence.drawing(contact: party.contact, in: content.language)
        }
        return entry
    }

    private func told(_ progress: AuditTrailContent.Party.Progress) -> String {
        let text = words["turn.\(progress.name)"]
        return progress.at.map { "\(text), \(time($0))" } ?? text
    }
}
