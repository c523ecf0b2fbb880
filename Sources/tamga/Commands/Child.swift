import ArgumentParser
import Workshop

/// Opens one foreign file under limits; only the server calls it.
struct Child: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "_child", shouldDisplay: false)

    func run() throws {
        ChildMain.run()
    }
}
