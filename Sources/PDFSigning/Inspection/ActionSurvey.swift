import PDFCore

/// What a file may do by itself: scripts, programs, attachments.
struct ActionSurvey {
    private let reader: PDFReader
    private(set) var hasJavaScript = false
    private(set) var hasLaunch = false
    private(set) var hasAttachments = false
    /// Actions still looked at; an action may be followed by others.
    private var budget = 20_000

    init(_ reader: PDFReader) { self.reader = reader }

    mutating func survey(catalog: PDFDictionary) throws {
        let names = try reader.optionalDictionary(catalog["Names"])
        if try !reader.resolve(names?["JavaScript"]).isNull { hasJavaScript = true }
        if try !reader.resolve(names?["EmbeddedFiles"]).isNull { hasAttachments = true }
        if try !reader.elements(catalog["AF"]).isEmpty { hasAttachments = true }
        try follow(catalog["OpenAction"])
        try surveyTriggers(catalog["AA"])
    }

    mutating func survey(page: PDFDictionary) throws {
        try surveyTriggers(page["AA"])
        for annotation in try reader.elements(page["Annots"]) {
            guard let annotation = try reader.optionalDictionary(annotation) else { continue }
            if try reader.name(annotation["Subtype"]) == "FileAttachment" { hasAttachments = true }
            try follow(annotation["A"])
            try surveyTriggers(annotation["AA"])
        }
    }

    /// An additional-actions dictionary: one action for each trigger event.
    mutating func surveyTriggers(_ triggers: PDFObject?) throws {
        for (_, action) in try reader.optionalDictionary(triggers) ?? [:] { try follow(action) }
    }

    /// An action and those that /Next chains to it.
    private mutating func follow(_ action: PDFObject?) throws {
        var pending = [action]
        while let next = pending.popLast(), budget > 0 {
            budget -= 1
            guard let action = try reader.optionalDictionary(next) else { continue }
            switch try reader.name(action["S"]) {
            case "JavaScript": hasJavaScript = true
            case "Launch": hasLaunch = true
            default: break
            }
            let following = try reader.resolve(action["Next"])
            pending += following.array.map { $0.map(Optional.some) } ?? [following]
        }
    }
}
