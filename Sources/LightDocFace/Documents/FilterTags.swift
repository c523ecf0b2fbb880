import Domain

/// The tags of a listing: any of a group, both groups (contract, Tags).
struct FilterTags: Equatable {
    private(set) var directions: Set<DocumentQuery.Direction> = []
    private(set) var states: Set<DocumentQuery.StateTag> = []

    private enum Tag {
        case direction(DocumentQuery.Direction)
        case state(DocumentQuery.StateTag)
    }

    private static var names: WireNames<Tag> {
        WireNames(names: [
            ("Income", .direction(.income)), ("Outcome", .direction(.outcome)),
            ("WaitsMe", .state(.waitsMe)), ("WaitsOthers", .state(.waitsOthers)),
            ("Completed", .state(.completed)), ("Rejected", .state(.rejected)),
            ("Draft", .state(.draft)), ("Deleted", .state(.deleted)),
        ])
    }

    /// Spaces around tags, empty items and repeats do not matter.
    init(_ values: [String]) throws(Refusal) {
        for item in values.flatMap({ $0.split(separator: ",") }) {
            let name = item.filter { !$0.isWhitespace }
            guard !name.isEmpty else { continue }
            switch try Self.names.value(name, at: "filterTags") {
            case .direction(let direction): directions.insert(direction)
            case .state(let state): states.insert(state)
            }
        }
    }
}
