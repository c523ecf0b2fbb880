import ArgumentParser
import Domain
import Server

struct TemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "What documents are made from.",
        subcommands: [Import.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in a template from a file; its id is printed.",
            discussion: "The file's format: docs/templates.md. A mistake is named; nothing is kept."
        )

        @Argument(help: "The template in JSON; paths in it start where it lies.") var file: String
        @Option(help: "The account that gets it.") var account: String
        @Option(
            help: ArgumentHelp(
                "Id of a template, of which this is a new version.",
                discussion: "Documents that were made keep what they were made from."))
        var id: String?
        @Option(
            help: ArgumentHelp(
                "E-mail address of its author.",
                discussion: "Default: the account's first, administrators before members."))
        var user: String?
        @OptionGroup var options: SettingOptions

        func validate() throws {
            guard id == nil || id.flatMap(TemplateID.init(compact:)) != nil else {
                throw ValidationError("--id: 32 hexadecimal digits, as an import prints them")
            }
        }

        func run() async throws {
            let ports = try await Workplace.open(options.settings()).ports
            let author = try await ports.user(user, ofAccount: account)
            let known = id.flatMap(TemplateID.init(compact:))
            do {
                let template = try await TemplateImport(ports)(file, as: known, by: author)
                say(template.id.compact)
            } catch Refusal.templateNotFound {
                throw Problem("no template \(id ?? "") in account \(account)")
            } catch Refusal.busy {
                throw Problem("another version was added meanwhile; run it again")
            }
        }
    }
}
