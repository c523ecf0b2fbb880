import ArgumentParser
import Foundation

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check every signature of a PDF, and every change after it.")

    @Argument(help: "The PDF.") var file: String
    @Option(help: "A certificate to trust, PEM or DER; may be repeated.") var trust: [String] = []
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let report = try Report(file: file, roots: trust)
        say(json ? try report.json : report.text)
        guard report.isGood else { throw ExitCode(1) }
    }
}
