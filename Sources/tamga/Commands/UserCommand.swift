import ArgumentParser
import Domain
import Server

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "People with an account.", subcommands: [Add.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a user; the account is made if absent.")

        @Option(help: "E-mail address.") var email: String
        @Option(help: "Full name: last name, first name, patronymic.") var name: String
        @Option(help: "Account (company) name.") var account = "default"
        @Option(help: "admin or member.") var role: User.Role = .member
        @Flag(help: "This person's identity has been checked.") var verified = false
        @Option(name: .customLong("language"), help: "The user's own language: ru, ko, en.")
        var language: Language?
        @Flag(help: "Read a password from standard input.") var passwordStdin = false
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let place = try await Workplace.open(options.settings())
            let user = try await ManageAccounts(place.ports).add(try newUser())
            say("\(user.id)")
        }

        private func newUser() throws -> ManageAccounts.NewUser {
            guard let address = EmailAddress(email) else {
                throw Problem("--email: \(email) is no e-mail address")
            }
            guard let person = PersonName(name) else { throw Problem("--name: is blank") }
            return ManageAccounts.NewUser(
                email: address, name: person, account: account, role: role,
                isVerified: verified, language: language,
                password: passwordStdin ? readLine(strippingNewline: true) ?? "" : nil)
        }
    }
}
