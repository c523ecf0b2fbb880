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
    /// What differs between before and after, and what comes with it, in the order in which rows
    /// refer to each other.
    /// - Parameter form: of a new document's fields.
    func writes(form: ContentHash?, jobs: JobWriter) throws -> [Write] {
        var writes = [try document(form)]
        for recipient in after.recipients { writes += try rows(of: recipient) }
        for (place, file) in after.files.enumerated() { writes += row(of: file, at: place) }
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

    private func rows(of recipient: Recipient) throws -> [Write] {
        guard let known = before?.recipients.first(where: { $0.id == recipient.id }) else {
            return [try after.inserting(recipient)] + (try row(ofTurnOf: recipient, known: nil))
        }
        let isSame =
            known.link == recipient.link && known.language == recipient.language
            && known.contact == recipient.contact
        return (isSame ? [] : [after.updating(recipient)])
            + (try row(ofTurnOf: recipient, known: known.turn))
    }

    private func row(ofTurnOf recipient: Recipient, known: Turn?) throws -> [Write] {
        guard let turn = recipient.turn, turn != known else { return [] }
        guard known != nil else { return [try after.inserting(turn, of: recipient.id)] }
        return [try after.updating(turn, of: recipient.id)]
    }

    private func row(of file: DocumentFile, at place: Int) -> [Write] {
        guard let before, let known = before.files.firstIndex(where: { $0.id == file.id }) else {
            return [after.inserting(file, at: place)]
        }
        let isSame = known == place && before.files[known] == file
        return isSame ? [] : [after.updating(file, at: place)]
    }
}
