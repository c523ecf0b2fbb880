import ArgumentParser
import Domain
import Workshop

struct Inspect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what a PDF is made of: revisions, pages, fields, signatures.")

    @Argument(help: "The PDF.") var file: String
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let description = InspectedFile(
            try await FileWorkshop.opening(file) { try await $0.describe(file) }, of: file)
        say(json ? try tamga.json(description) : description.text)
        guard description.isPDF else { throw ExitCode(1) }
    }
}
