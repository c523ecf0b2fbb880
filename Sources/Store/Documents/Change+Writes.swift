internal import Domain
internal import SQLText

/// A change that contradicts what is stored: a fault of the program, never of a request.
enum ImpossibleChange: Error, Equatable {
    case turnIsOver(RecipientID)
    /// The tallies do not count a document as it was before.
    case notTallied
    case certificateNotIssued(serial: String)
    /// It was never intended, or something was issued for the intent before.
    case certificateNotPending(serial: String)
}

extension Change {
    /// What differs between before and after, and what comes with it, in the order of the keys
    /// that refer to each other.
    /// - Parameter form: of a new document's fields.
    func writes(form: ContentHash?, jobs: JobWriter) throws -> [Write] {
        var writes = [try document(form)]
        for recipient in after.recipients { writes += try self.writes(of: recipient) }
        for (position, file) in after.files.enumerated() { writes += self.writes(of: file, position) }
        writes += audit.map(after.inserting)
        writes += revisions.map(after.inserting)
        if let context { writes.append(after.storing(context)) }
        if let confirmation { writes.append(confirmation.using) }
        if let certificate { writes.append(try certificate.storingIssued) }
        return writes + (try work.map(jobs.adding))
    }

    private func document(_ form: ContentHash?) throws -> Write {
        guard let before else { return try after.inserting(form: form) }
        return after.updating(from: before.version)
    }

    private func writes(of recipient: Recipient) throws -> [Write] {
        guard let known = before?.recipients.first(where: { $0.id == recipient.id }) else {
            return [try after.inserting(recipient)] + (try turn(of: recipient, isNew: true))
        }
        let isSame =
            known.link == recipient.link && known.language == recipient.language
            && known.contact == recipient.contact
        return (isSame ? [] : [after.updating(recipient)])
            + (known.turn == recipient.turn ? [] : try turn(of: recipient, isNew: known.turn == nil))
    }

    private func turn(of recipient: Recipient, isNew: Bool) throws -> [Write] {
        guard let turn = recipient.turn else { return [] }
        return [
            isNew ? try after.inserting(turn, of: recipient.id)
                : try after.updating(turn, of: recipient.id)
        ]
    }

    private func writes(of file: DocumentFile, _ position: Int) -> [Write] {
        let place = before?.files.firstIndex { $0.id == file.id }
        guard let before, let place else { return [after.inserting(file, at: position)] }
        let isSame = place == position && before.files[place] == file
        return isSame ? [] : [after.updating(file, at: position)]
    }
}
