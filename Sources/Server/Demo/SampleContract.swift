import PDFCore
import PDFText
import Words

/// A one-page contract to sign, drawn by our own means.
enum SampleContract {
    static func bytes(in words: Words) throws -> [UInt8] {
        var sheet = Sheet(title: words["demo.title"], language: words.tag) { _, _ in "" }
        sheet.sections = [Sheet.Section(heading: "", facts: [Fact("", words["demo.text"])])]
        let drawn = try Typesetter().pages(of: sheet)
        var update = IncrementalUpdate(newFileOf: .table)
        var shelf = FontShelf()
        let tree = update.allocate()
        let pages = try drawn.pages.map { canvas in
            try page(canvas, drawn.size, below: tree, on: &shelf, into: &update)
        }
        update.set(
            tree,
            to: [
                "Type": .name("Pages"), "Kids": .array(pages.map(PDFObject.reference)),
                "Count": .integer(pages.count),
            ])
        update.set(ObjectID(1), to: ["Type": .name("Catalog"), "Pages": .reference(tree)])
        return update.finish(newID: Array(words.tag.utf8)).bytes
    }

    private static func page(
        _ canvas: ContentCanvas, _ size: Size, below tree: ObjectID, on shelf: inout FontShelf,
        into update: inout IncrementalUpdate
    ) throws -> ObjectID {
        let content = try canvas.content(on: &shelf, into: &update)
        let (page, stream) = (update.allocate(), update.allocate())
        update.set(stream, toStream: content.stream.dictionary, body: content.stream.body)
        update.set(
            page,
            to: [
                "Type": .name("Page"), "Parent": .reference(tree),
                "MediaBox": .array([0, 0, .real(size.width), .real(size.height)]),
                "Resources": .dictionary(content.resources), "Contents": .reference(stream),
            ])
        return page
    }
}
