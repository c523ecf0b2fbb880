import ArgumentParser
import Foundation
import PDFSigning
import Server

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Two people sign a sample contract; prints the PDF's path and its report.")

    @OptionGroup var options: SettingOptions

    func run() async throws {
        var settings = try options.settings()
        settings.dataFolder = try Self.folder(options.dataFolder)
        settings.keyFile = options.keyFile ?? "\(settings.dataFolder)/keys/master.key"
        let path = try await Demonstration(settings).run()
        say(path)
        let report = try await Judgement(
            file: path, roots: ["\(settings.dataFolder)/keys/root.crt"], isOnline: false
        ).report()
        say(ReportText(report, of: path).text)
        guard report.isPassed else { throw ExitCode(1) }
    }

    /// An empty directory as asked for, or a new one of its own.
    private static func folder(_ given: String?) throws -> String {
        guard let given else {
            let stamp = UUID().uuidString.prefix(8).lowercased()
            return "\(FileManager.default.currentDirectoryPath)/tamga-demo-\(stamp)"
        }
        let contents = (try? FileManager.default.contentsOfDirectory(atPath: given)) ?? []
        guard contents.isEmpty else {
            throw Problem("--data-dir: \(given) is not empty; the demo wants an empty one")
        }
        return given
    }
}
