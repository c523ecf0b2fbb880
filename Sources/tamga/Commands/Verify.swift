import ArgumentParser
import Foundation

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check every signature of a PDF, and every change after it.")

    @Argument(help: "The PDF.") var file: String
    @Option(help: "A certificate to trust, PEM or DER; may be repeated.") var trust: [String] = []
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let report = try await Report(file: file, roots: trust)
        say(json ? try tamga.json(report) : report.text)
        guard report.isGood else { throw ExitCode(1) }
    }
}
