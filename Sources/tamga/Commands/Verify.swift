import ArgumentParser
import Foundation
import PDFSigning

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check every signature of a PDF, and every change after it.")

    @Argument(help: "The PDF.") var file: String
    @Option(help: "A certificate to trust, PEM or DER; may be repeated.") var trust: [String] = []
    @Flag(help: "Ask for revocation where the certificates say; offline without it.")
    var online = false
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let judgement = Judgement(file: file, roots: trust, isOnline: online)
        let report = try await judgement.report()
        say(json ? try tamga.json(Report(report, of: file)) : ReportText(report, of: file).text)
        guard report.isPassed else { throw ExitCode(1) }
    }
}
