import Foundation
import Testing

/// The articles show code that a package outside of this one compiles.
@Suite("The how-to articles")
struct ArticleTests {
    private static func text(_ path: String) throws -> String {
        let package = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: package.appending(path: path), encoding: .utf8)
    }

    @Test(
        "each shows a file of the consumer package, line for line",
        arguments: [("SignAFile", "SignFile"), ("VerifyAFile", "VerifyFile")])
    func code(article: String, source: String) throws {
        let shown = try Self.text("Sources/PDFSigning/PDFSigning.docc/\(article).md")
        let compiled = try Self.text("Tests/Consumer/Sources/Consumer/\(source).swift")
        #expect(shown.contains("```swift\n\(compiled)```\n"))
    }
}
