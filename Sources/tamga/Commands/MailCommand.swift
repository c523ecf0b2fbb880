import ArgumentParser
import Delivery
import Letters
import Server

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Letters in the spool, where no server sends them on.",
        subcommands: [List.self, Show.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List letters, oldest first.")

        @Flag(help: "Print whole letters as a JSON array.") var json = false
        @OptionGroup var options: SettingOptions

        func run() throws {
            let letters = try Workplace.spool(options.settings()).letters()
            if json {
                return say("[" + letters.map(\.json).joined(separator: ",\n") + "]")
            }
            for letter in letters { say("\(letter.id)\t\(letter.to)\t\(letter.heading)") }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one letter.")

        @Argument(help: "The letter's id, from the list.") var id: String
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var options: SettingOptions

        func run() throws {
            guard let letter = try Workplace.spool(options.settings()).letter(id) else {
                throw Problem("no letter \(id); see: tamga mail list")
            }
            if json { return say(letter.json) }
            let subject = letter.subject.map { "Subject: \($0)\n" } ?? ""
            say("To: \(letter.to)\n\(subject)\n\(letter.text)")
        }
    }
}
