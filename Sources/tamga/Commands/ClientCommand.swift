import ArgumentParser
import Domain
import Server

struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client", abstract: "Programs that use the SignOK API.",
        subcommands: [Issue.self, List.self, Revoke.self])

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issue an API pair; the secret is shown this once.")

        @Option(help: "The account whose documents it reaches.") var account: String
        @Option(
            help: ArgumentHelp(
                "E-mail address of the user in whose name it acts.",
                discussion: "Default: the account's first, administrators before members."))
        var user: String?
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let ports = try await Workplace.open(options.settings()).ports
            let holder = try await ports.user(user, ofAccount: account)
            let (id, secret) = try await ManageAccounts(ports).issueClient(for: holder)
            say(try json(Pair(apiID: id.compact, apiSecret: secret.text)))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the API pairs.")

        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let place = try await Workplace.open(options.settings())
            let rows = try await place.ports.accounts.clients().map(ClientRow.init)
            if json { return say(try tamga.json(rows)) }
            for row in rows { say(row.line) }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke an API pair, with every token that it was given.")

        @Argument(help: "The API ID, from the list.") var id: String
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let ports = try await Workplace.open(options.settings()).ports
            let clients = try await ports.accounts.clients().map(\.0)
            guard let client = clients.first(where: { $0.id.compact == id.lowercased() }),
                try await ports.accounts.revokeClient(client.id, at: ports.clock.now())
            else { throw Problem("no client \(id); see: tamga client list") }
        }
    }
}

private struct Pair: Encodable {
    let apiID: String
    let apiSecret: String

    enum CodingKeys: String, CodingKey {
        case apiID = "api_id"
        case apiSecret = "api_secret"
    }
}

/// A client as it is listed: everything but its secret.
private struct ClientRow: Encodable {
    let apiID: String
    let user: String
    let issuedAt: String
    let revokedAt: String?

    init(_ client: APIClient, _ user: User) {
        apiID = client.id.compact
        self.user = user.email.text
        issuedAt = client.issuedAt.iso8601
        revokedAt = client.revokedAt?.iso8601
    }

    enum CodingKeys: String, CodingKey {
        case apiID = "api_id"
        case user, issuedAt, revokedAt
    }

    var line: String { "\(apiID)\t\(user)\t\(issuedAt)\(revokedAt == nil ? "" : "\trevoked")" }
}
