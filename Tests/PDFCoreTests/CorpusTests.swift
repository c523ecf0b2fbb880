import Foundation
import PDFCore
import Testing

@Suite("Foreign files", .enabled(if: Corpora.folder != nil, "TAMGA_CORPORA is not set"))
struct CorpusTests {
    @Test("what is called clean has the page count that qpdf finds")
    func pages() throws {
        var compared = 0
        for file in Corpora.files() {
            let reader = try? PDFReader(FileSource(path: file.path))
            guard let reader, Cleanness(of: reader).isClean, let pages = try? reader.pages() else {
                continue
            }
            let verdict = try OutsideJudge.run("qpdf", "--show-pages", file.path)
            let count = verdict.text.split(separator: "\n").count { $0.hasPrefix("page ") }
            #expect(pages.count == count, "\(file.lastPathComponent)")
            compared += 1
        }
        #expect(compared > 100)
    }

    @Test("every stream that we decode is what qpdf decodes")
    func streams() throws {
        var compared = 0
        for file in Corpora.files() where file.path.contains("/qpdf/") {
            let reader = try? PDFReader(FileSource(path: file.path))
            guard let reader, Cleanness(of: reader).isClean else { continue }
            for number in reader.newest.entries.keys.sorted().prefix(12) {
                guard let data = try? reader.streamData(ObjectID(number)), data.count > 3000 else {
                    continue
                }
                let verdict = try OutsideJudge.run(
                    "qpdf", "--show-object=\(number)", "--filtered-stream-data",
                    "--normalize-content=n", file.path)
                guard verdict.status == 0 else { continue }
                #expect(data == verdict.output, "\(file.lastPathComponent) \(number)")
                compared += 1
            }
        }
        #expect(compared > 10)
    }

    @Test("a hybrid file is named, and its hidden objects are found")
    func hybrid() throws {
        let folder = try #require(Corpora.folder)
        let path = folder + "/pyhanko/minimal-hybrid-xref.pdf"
        let reader = try PDFReader(FileSource(path: path))
        #expect(Cleanness(of: reader).reasons.contains(.hybrid))
        #expect(try reader.pages().count == 1)
    }
}
