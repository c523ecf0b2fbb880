import PDFCore

extension PDFReader {
    /// The dictionary that `object` is or refers to; nil if it is something else or absent.
    func optionalDictionary(_ object: PDFObject?) throws(PDFError) -> PDFDictionary? {
        try resolve(object).dictionary
    }

    /// The elements of the array that `object` is or refers to; none if it is something else.
    func elements(_ object: PDFObject?) throws(PDFError) -> [PDFObject] {
        try resolve(object).array ?? []
    }

    /// The numbers of the array that `object` is or refers to, resolved too.
    func numbers(_ object: PDFObject?) throws(PDFError) -> [Double] {
        var numbers: [Double] = []
        for element in try elements(object) {
            if let number = try resolve(element).number { numbers.append(number) }
        }
        return numbers
    }

    func name(_ object: PDFObject?) throws(PDFError) -> PDFName? { try resolve(object).name }
}
