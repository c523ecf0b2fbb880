import ArgumentParser
import Domain
import Server

struct RedirectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redirect",
        abstract: "Where documents of an account may send browsers after signing.",
        discussion: "An account that lists no origin may send them anywhere.",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Allow one more origin.")

        @Argument(help: "https, host and perhaps a port.") var origin: RedirectOrigin
        @OptionGroup var place: AccountPlace

        func run() async throws {
            let (ports, account) = try await place.open()
            try await ports.accounts.list(origin, for: account)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the allowed origins.")

        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var place: AccountPlace

        func run() async throws {
            let (ports, account) = try await place.open()
            let origins = try await ports.accounts.redirectOrigins(of: account).map(\.text)
            if json { return say(try tamga.json(origins)) }
            for origin in origins { say(origin) }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Allow an origin no longer.")

        @Argument(help: "The origin, from the list.") var origin: RedirectOrigin
        @OptionGroup var place: AccountPlace

        func run() async throws {
            let (ports, account) = try await place.open()
            guard try await ports.accounts.unlist(origin, for: account) else {
                throw Problem("\(origin.text) is not listed; see: tamga redirect list")
            }
        }
    }
}

/// An account of a server.
struct AccountPlace: ParsableArguments {
    @Option(help: "The account's name.") var account: String
    @OptionGroup var options: SettingOptions

    func open() async throws -> (Ports, AccountID) {
        let ports = try await Workplace.open(options.settings()).ports
        return (ports, try await ports.account(account).id)
    }
}
