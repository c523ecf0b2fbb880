import Domain
import Foundation
import Testing

/// Real and deliberately difficult files: each ends as a finding.
@Suite struct CorpusTests {
    private static let folder = ProcessInfo.processInfo.environment["TAMGA_CORPORA"]

    @Test(
        "every file of the corpora is read or named as trouble",
        .enabled(if: folder != nil, "TAMGA_CORPORA names no folder of PDFs"))
    func sweep() async throws {
        let bench = try Bench()
        let root = try #require(Self.folder)
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        let files = names.filter { $0.hasSuffix(".pdf") }.sorted()
        #expect(files.count > 100)
        var findings: [String: FileFinding] = [:]
        try await withThrowingTaskGroup(of: (String, FileFinding).self) { group in
            for (index, name) in files.enumerated() {
                if index >= 4, let (name, finding) = try await group.next() {
                    findings[name] = finding
                }
                group.addTask {
                    let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(root)/\(name)")))
                    return (name, try await bench.inspect(bytes))
                }
            }
            for try await (name, finding) in group { findings[name] = finding }
        }
        #expect(findings.count == files.count)
        for (name, expected) in Self.known { #expect(findings[name] == expected, "\(name)") }
    }

    /// What some of them are known to be.
    private static let known: [String: FileFinding] = [
        "pyhanko/minimal.pdf": .readable(
            FileFacts(pageCount: 1, signatureCount: 0, isClean: true, contents: [])),
        "pyhanko/minimal-hybrid-xref.pdf": .readable(
            FileFacts(pageCount: 1, signatureCount: 0, isClean: false, contents: [])),
        "pyhanko/circular-page-tree.pdf": .unusable(.unreadable),
        "qpdf/enc-R3,V2,U=view,O=view.pdf": .unusable(.passwordRequired),
    ]
}
