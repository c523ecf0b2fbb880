import PDFCore
import PDFSigning

/// Makes a file and reads it back; with arguments, signs a file and verifies the result:
/// `Consumer IN.pdf KEY.p12 PASSWORD OUT.pdf ROOT.pem`.
@main
enum Consumer {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 5, case let words = Array(arguments) else {
            return try makeFile()
        }
        try sign(words[0], key: words[1], password: words[2], output: words[3])
        print(try verify(words[3], trusting: words[4]) ? "passed" : "not passed")
    }

    private static func makeFile() throws {
        var update = IncrementalUpdate(newFileOf: .table)
        let pages = update.allocate()
        update.set(ObjectID(1), to: ["Type": .name("Catalog"), "Pages": .reference(pages)])
        update.set(pages, to: ["Type": .name("Pages"), "Kids": [], "Count": 0])
        let file = update.finish(newID: Array(repeating: 1, count: 16)).bytes
        let reader = try PDFReader(MemorySource(file))
        print("revisions: \(reader.revisions.count)")
    }
}
