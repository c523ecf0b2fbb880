import Glibc

/// Another program that the child becomes, with all its limits.
struct Program: Sendable {
    let name: String
    let arguments: [String]

    struct Failure: Error {
        let name: String
        let code: Int32
    }

    /// Returns only by failing.
    func become() throws -> Never {
        var arguments = ([name] + arguments).map { strdup($0) }
        arguments.append(nil)
        execvp(name, arguments)
        throw Failure(name: name, code: errno)
    }
}
