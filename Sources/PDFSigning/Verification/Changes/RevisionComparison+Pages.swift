import PDFCore

extension RevisionComparison {
    /// A page may get the new fields' widgets at the end of its annotations.
    mutating func judgePage(
        _ id: ObjectID, _ old: PDFDictionary, _ new: PDFDictionary
    ) throws(PDFError) {
        for key in new.differences(from: old) where key != "Annots" {
            changes.forbid(.forbiddenChange, "/\(key.text.shortened) of a page was changed", id)
        }
        let before = try reader.resolve(old["Annots"], asOf: older).array ?? []
        let after = try reader.resolve(new["Annots"], asOf: newer).array ?? []
        try judgeAnnotations(before, after, of: id)
    }

    /// The same for a page whose annotations are an object of their own.
    mutating func isGrownAnnotationList(
        _ id: ObjectID, _ old: PDFObject, _ new: PDFObject
    ) throws(PDFError) -> Bool {
        guard let before = old.array, let after = new.array,
            try reader.pages(asOf: older).contains(where: {
                $0.dictionary["Annots"]?.reference == id
            })
        else { return false }
        try judgeAnnotations(before, after, of: id)
        return true
    }

    /// What is drawn later covers what is drawn before, so what stays must stay in order.
    private mutating func judgeAnnotations(
        _ before: [PDFObject], _ after: [PDFObject], of id: ObjectID
    ) throws(PDFError) {
        guard before != after else { return }
        let (old, new) = (Set(before), Set(after))
        guard before.filter(new.contains) == after.filter(old.contains) else {
            return changes.forbid(.visibleAddition, "the annotations were reordered", id)
        }
        for element in before where !new.contains(element) {
            try judgeAnnotation(element, asOf: older, "removed", of: id)
        }
        for element in after where !old.contains(element) {
            if let widget = element.reference, newWidgets.contains(widget) { continue }
            try judgeAnnotation(element, asOf: newer, "added", of: id)
        }
    }

    private mutating func judgeAnnotation(
        _ element: PDFObject, asOf revision: Int, _ change: String, of page: ObjectID
    ) throws(PDFError) {
        guard let id = element.reference,
            let annotation = try reader.object(id, asOf: revision).dictionary,
            try AnnotationKind(annotation, in: reader, asOf: revision) == .comment
        else {
            return changes.forbid(
                .visibleAddition, "an annotation was \(change)", element.reference ?? page)
        }
        changes.note(annotation: "a comment was \(change)", id)
    }

    /// A comment may be rewritten where comments may be added.
    mutating func isChangedAnnotation(
        _ id: ObjectID, _ old: PDFDictionary, _ new: PDFDictionary
    ) throws(PDFError) -> Bool {
        guard try AnnotationKind(old, in: reader, asOf: older) == .comment,
            try AnnotationKind(new, in: reader, asOf: newer) == .comment
        else { return false }
        changes.note(annotation: "a comment was changed", id)
        return true
    }
}
