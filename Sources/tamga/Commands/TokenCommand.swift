import ArgumentParser
import Domain
import Foundation
import Server

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Tokens of the API.",
        subcommands: [Issue.self, List.self, Revoke.self])

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issue a token; it is shown this once.")

        @Option(help: "E-mail address of the user on whose behalf it acts.") var user: String
        @Option(help: "A name to know it by.") var name: String
        @Option(help: "Account, where the user has several.") var account: String?
        @Option(help: "A permission; may be repeated: \(permissions).")
        var permission: [Permission] = []
        @Option(help: "Last day of validity, YYYY-MM-DD.") var expires: String?
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let place = try await Workplace.open(options.settings())
            let secret = try await ManageAccounts(place.ports).issueToken(
                for: try await holder(place.ports), name: name, permissions: Set(permission),
                expiresAt: try expires.map(Self.endOfDay))
            say(secret.text)
        }

        private static let permissions =
            Permission.allCases.map(\.rawValue).joined(separator: ", ")

        private func holder(_ ports: Ports) async throws -> User {
            guard let address = EmailAddress(user) else {
                throw Problem("--user: \(user) is no e-mail address")
            }
            var users = try await ports.accounts.users(email: address)
            if let account {
                let id = try await ports.accounts.account(named: account)?.id
                users = users.filter { $0.account == id }
            }
            guard let first = users.first else {
                throw Problem("no user \(user); add one with: tamga user add")
            }
            guard users.count == 1 else {
                throw Problem("\(user) is in several accounts; choose one with --account")
            }
            return first
        }

        private static func endOfDay(_ text: String) throws -> Instant {
            let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
            guard let day = try? style.parse(text) else {
                throw Problem("--expires: \(text) is no date; write YYYY-MM-DD")
            }
            return Instant(seconds: Int64(day.timeIntervalSince1970) + 86_400)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the tokens.")

        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let place = try await Workplace.open(options.settings())
            let rows = try await place.ports.accounts.tokens().map(TokenRow.init)
            if json { return say(try tamga.json(rows)) }
            for row in rows { say(row.line) }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Revoke a token.")

        @Argument(help: "The token's id, from the list.") var id: String
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let ports = try await Workplace.open(options.settings()).ports
            guard let token = TokenID(id),
                try await ports.accounts.revokeToken(token, at: ports.clock.now())
            else { throw Problem("no token \(id); see: tamga token list") }
        }
    }
}

/// A token as it is listed: everything but its secret.
private struct TokenRow: Encodable {
    let id: String
    let user: String
    let name: String
    let permissions: [String]
    let issuedAt: String
    let expiresAt: String?
    let revokedAt: String?
    let lastUsedAt: String?

    init(_ token: AccessToken, _ user: User) {
        id = "\(token.id)"
        self.user = user.email.text
        name = token.name
        permissions = token.permissions.map(\.rawValue).sorted()
        issuedAt = token.issuedAt.iso8601
        expiresAt = token.expiresAt?.iso8601
        revokedAt = token.revokedAt?.iso8601
        lastUsedAt = token.lastUsedAt?.iso8601
    }

    var line: String {
        let state = revokedAt == nil ? "" : "\trevoked"
        return "\(id)\t\(user)\t\(name)\t\(permissions.joined(separator: ","))\(state)"
    }
}
