import Foundation

/// The complete example of docs/templates.md.
public enum TemplateExample {
    /// The JSON as it is printed there.
    public static func text() throws -> String {
        let package = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: package.appending(path: "docs/templates.md"), encoding: .utf8)
        let parts = page.split(separator: "```json\n", maxSplits: 1)
        return String(parts[1].prefix { $0 != "`" })
    }

    /// Writes the example, with this part replaced, and the files that it names. Each PDF has one
    /// page.
    public static func write(
        to folder: TemporaryFolder, replacing part: String = "", by other: String = ""
    ) throws -> String {
        for name in ["contract.pdf", "annex.pdf"] {
            try folder.write(SamplePDF.plain().bytes(), as: name)
        }
        try folder.write(Array("Условия\n".utf8), as: "terms.txt")
        let text = try text()
        guard part.isEmpty || text.contains(part) else { throw Absent(part: part) }
        let changed = part.isEmpty ? text : text.replacing(part, with: other, maxReplacements: 1)
        return try folder.write(Array(changed.utf8), as: "template.json")
    }

    private struct Absent: Error {
        let part: String
    }
}
