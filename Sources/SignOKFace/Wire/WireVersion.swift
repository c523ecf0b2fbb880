/// The two versions of the wire; documents are the same in both.
enum WireVersion: CaseIterable, Sendable {
    case v1, v2

    /// Of every path of the version.
    var prefix: String {
        switch self {
        case .v1: "/api/v1"
        case .v2: "/api/v2"
        }
    }
}
