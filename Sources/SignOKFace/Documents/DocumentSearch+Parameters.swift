import Domain

extension DocumentSearch {
    /// The filters of version 2: title and signer in part, the others exactly, days inclusively.
    init(_ parameters: Parameters, _ words: Vocabulary) throws(Refusal) {
        self.init(
            title: try parameters.text("title"),
            signerName: try parameters.text("signer_name"),
            clientID: try parameters.text("search_code"))
        if let code = try parameters.text("status") {
            stages = try words.stages(code: code, at: "status")
        }
        createdFrom = try Self.day("start_date", parameters)?.lowerBound
        createdTo = try Self.day("end_date", parameters)?.upperBound
        if let createdFrom, let createdTo, createdFrom > createdTo {
            throw .invalid(path: "start_date", .malformed)
        }
    }

    private static func day(
        _ name: String, _ parameters: Parameters
    ) throws(Refusal) -> ClosedRange<Instant>? {
        guard let text = try parameters.text(name) else { return nil }
        guard let day = SeoulTime.day(text) else { throw .invalid(path: name, .malformed) }
        return day
    }
}
