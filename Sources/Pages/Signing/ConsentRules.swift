import Words

/// The rules of electronic signing that a signer accepts, with their version.
struct ConsentRules: Equatable, Sendable {
    let version: String
    let title: String
    let paragraphs: [String]

    init(_ words: Words) {
        version = words["consent.version"]
        title = words("consent.title", ["version": version])
        paragraphs = [
            words["consent.agreement"], words["consent.identity"], words["consent.personalData"],
            words["consent.freedom"],
        ]
    }

    /// The version that a form's field accepts: the shown one by name, or plainly "yes", which a
    /// client without the page may send. `nil` for another version: its rules were not these.
    func accepted(by field: String?) -> String? {
        guard let field = field?.lowercased() else { return nil }
        return [version.lowercased(), "on", "1", "true", "yes"].contains(field) ? version : nil
    }
}
