import PDFCore
import PDFSigning

/// Makes a file, reads it back, and verifies it: an unsigned PDF has no signatures.
@main
enum Consumer {
    static func main() throws {
        var update = IncrementalUpdate(newFileOf: .table)
        let pages = update.allocate()
        update.set(ObjectID(1), to: ["Type": .name("Catalog"), "Pages": .reference(pages)])
        update.set(pages, to: ["Type": .name("Pages"), "Kids": [], "Count": 0])
        let file = update.finish(newID: Array(repeating: 1, count: 16)).bytes
        let reader = try PDFReader(MemorySource(file))
        print("revisions: \(reader.revisions.count)")
    }
}
