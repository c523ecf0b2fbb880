import Domain
import PDFText
import Words

extension AuditTrailSheet {
    var events: Sheet.Section {
        Sheet.Section(heading: words["audit.events"], items: content.events.map(item))
    }

    /// One row: its number and what happened, when, and below who did it, from where, and the
    /// facts that have a name in the catalogues.
    private func item(_ event: AuditTrailContent.Event) -> Sheet.Item {
        let origin = [who(event), address(event)].compactMap(\.self).joined(separator: " · ")
        let facts = event.facts.keys.sorted().compactMap { fact($0, of: event) }
        return Sheet.Item(
            title: "\(event.number). \(phrase(of: event))", detail: time(event.at),
            notes: [origin] + facts)
    }

    private func phrase(of event: AuditTrailContent.Event) -> String {
        var values = event.facts
        values["who"] = event.contact.map { person(of: $0)?.name ?? $0 } ?? words["audit.server"]
        if event.kind == .fileRefused, let reason = event.facts["reason"] {
            values["reason"] = words["trouble.\(reason)"]
        }
        if event.kind == .unsendable, let reason = event.facts["reason"] {
            values["reason"] = words["refusal.field.\(reason)"]
        }
        return words("timeline.\(event.kind.rawValue)", values)
    }

    private func who(_ event: AuditTrailContent.Event) -> String {
        let name = event.contact.map { contact in
            person(of: contact).map { told($0) } ?? contact
        }
        return "\(words["audit.who"]): \(name ?? words["audit.server"])"
    }

    private func address(_ event: AuditTrailContent.Event) -> String? {
        guard let address = event.facts["address"], !address.isEmpty else { return nil }
        return "\(words["audit.address"]): \(address)"
    }

    /// Those whose contact was changed since are known by it alone.
    private func person(of contact: String) -> AuditTrailContent.Person? {
        ([content.author] + content.parties.map(\.person)).first { $0.contact == contact }
    }

    private func fact(_ name: String, of event: AuditTrailContent.Event) -> String? {
        let label = "audit.fact.\(name)"
        guard words.has(label), let value = event.facts[name], !value.isEmpty else { return nil }
        return "\(words[label]): \(told(name, value, event.contact))"
    }

    /// Some facts are names of things that have words, or times.
    private func told(_ name: String, _ value: String, _ contact: String?) -> String {
        switch name {
        case "confirmation":
            words("certificate.confirmed.\(value)", ["contact": contact ?? ""])
        case "step": words["audit.step.\(value)"]
        case "legalProof": words["audit.legalProof.\(value)"]
        case "deadline", "sendsAt": Int64(value).map { time(Instant(seconds: $0)) } ?? value
        default: value
        }
    }
}
