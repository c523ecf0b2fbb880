import ArgumentParser
import Server

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database to this version's schema.")

    @Flag(help: "Only name the migrations that would run.")
    var dryRun = false

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let names = try await Workplace.migrate(options.settings(), isDryRun: dryRun)
        for name in names { say(name) }
    }
}
