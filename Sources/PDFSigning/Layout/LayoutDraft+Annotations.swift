import PDFCore

extension LayoutDraft {
    mutating func annotate(_ number: Int, with id: ObjectID) throws -> ObjectID {
        guard number >= 0, number < pages.count + newPages.count else {
            throw SigningError.noSuchPage(number)
        }
        if number >= pages.count {
            try newPages[number - pages.count].dictionary.addAnnotation(id, in: reader)
            return newPages[number - pages.count].id
        }
        let page = pages[number]
        var dictionary = changedPages[page.id] ?? page.dictionary
        try dictionary.addAnnotation(id, in: reader)
        changedPages[page.id] = dictionary
        return page.id
    }

    /// Gives every annotation that is written into the first page's list an object of its own: the
    /// document timestamp adds to that list, and only references in it can be seen to be the same.
    mutating func separateAnnotations() throws {
        guard let page = pages.first else { return }
        var dictionary = changedPages[page.id] ?? page.dictionary
        let listed = try reader.elements(dictionary["Annots"])
        guard listed.contains(where: { $0.reference == nil }) else { return }
        dictionary["Annots"] = .array(listed.filter { !$0.isNull }.map { reference(to: $0) })
        changedPages[page.id] = dictionary
    }

    private mutating func reference(to object: PDFObject) -> PDFObject {
        guard object.reference == nil else { return object }
        let id = update.allocate()
        update.set(id, to: object)
        return .reference(id)
    }
}

extension PDFDictionary {
    /// Adds an annotation to this page dictionary.
    fileprivate mutating func addAnnotation(_ id: ObjectID, in reader: PDFReader) throws {
        let old = try reader.elements(self["Annots"])
        self["Annots"] = .array(old + [.reference(id)])
    }
}
