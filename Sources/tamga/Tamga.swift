import ArgumentParser
import Dispatch
import Server
import Workshop

/// Electronic signatures on one's own server.
struct Tamga: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga", abstract: "A self-hosted electronic-signature server.",
        version: Version.text,
        subcommands: [
            Serve.self, Migrate.self, UserCommand.self, TokenCommand.self, ClientCommand.self,
            RedirectCommand.self, StampCommand.self, TemplateCommand.self, MailCommand.self,
            Sign.self, Verify.self, Inspect.self, AuthorityCommand.self, TrustCommand.self,
            Doctor.self, Demo.self, Child.self,
        ])
}

/// Exit status: 0 done, 1 refused or failed with one line that says why, 2 wrong usage.
@main
enum Main {
    /// A child must have one thread alone, which no asynchronous function leaves it with.
    static func main() {
        if CommandLine.arguments.dropFirst().first == Child.configuration.commandName {
            ChildMain.run()
        }
        Task {
            await run()
            Tamga.exit()
        }
        dispatchMain()
    }

    private static func run() async {
        do {
            var command = try Tamga.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(with: error)
        }
    }

    private static func exit(with error: any Error) -> Never {
        switch Tamga.exitCode(for: error) {
        case .success: Tamga.exit(withError: error)
        case .validationFailure: stop(2, Tamga.fullMessage(for: error))
        default: stop(1, error is ExitCode ? nil : "tamga: \(Problem.line(error))")
        }
    }
}
