import Foundation
import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit
import Testing

/// Every difficult file at hand, laid out if it may be.
@Suite struct CorpusTests {
    private static let files: [String] = {
        let all = FileManager.default.enumerator(atPath: Corpus.path(""))?.allObjects ?? []
        return all.compactMap { $0 as? String }.filter { $0.hasSuffix(".pdf") }.sorted()
    }()

    /// Nil where the rules keep the file from being laid out as it is.
    private func reader(_ file: String) throws -> PDFReader? {
        guard let reader = try? PDFReader(MemorySource(try Corpus.read(file))),
            let facts = try? UploadInspector(reader).facts()
        else { return nil }
        return facts.treatment(isAlone: true) == .kept ? reader : nil
    }

    @Test(
        "every clean file of the corpus gains its page and fields, and qpdf minds nothing new",
        .enabled(if: Corpus.isAvailable, Corpus.missing))
    func layout() async throws {
        let folder = try TemporaryFolder()
        var count = 0
        for file in Self.files {
            guard let reader = try reader(file) else { continue }
            let before = try await OutsideTool.run("qpdf", ["--check", Corpus.path(file)])
            guard before.succeeded else { continue }
            count += 1
            let laid = try laidOut(reader)
            let path = try folder.write(laid, as: "laid.pdf")
            let after = try await OutsideTool.run("qpdf", ["--check", path])
            #expect(after.succeeded, "\(file): \(after.errors)")
            let pages = try PDFReader(MemorySource(laid)).pages().count
            #expect(try pages == reader.pages().count + 1, "\(file)")
        }
        #expect(count > 100)
    }

    private func laidOut(_ reader: PDFReader) throws -> [UInt8] {
        let names = FieldNames.make(1, avoiding: try reader.fields().map(\.name))
        let update = try Ceremony.layout(names).prepared(on: reader)
        return try reader.source.read(0..<reader.source.count) + update.delta
    }
}
