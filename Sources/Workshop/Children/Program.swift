import Glibc

/// Another program that the child becomes, with all its limits.
struct Program: Sendable {
    let name: Name
    let arguments: [String]

    struct Failure: Error {
        let name: String
        let code: Int32
    }

    /// Those that tasks need; their names are those of their files.
    enum Name: String, CaseIterable {
        case drawing = "pdftocairo"
        case reading = "pdftotext"

        /// Whether the search path leads to it.
        var isInstalled: Bool {
            let path = getenv("PATH").map { String(cString: $0) } ?? ""
            return path.split(separator: ":").contains { access("\($0)/\(rawValue)", X_OK) == 0 }
        }
    }

    /// Returns only by failing.
    func become() throws -> Never {
        var arguments = ([name.rawValue] + arguments).map { strdup($0) }
        arguments.append(nil)
        execvp(name.rawValue, arguments)
        throw Failure(name: name.rawValue, code: errno)
    }
}
