import ArgumentParser
import Server

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve, with the job workers inside.")

    @OptionGroup var options: SettingOptions

    func run() async throws {
        try await TamgaServer(options.settings()).run { url in
            say("tamga listening on \(url)")
        }
    }
}
