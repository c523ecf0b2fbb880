import PDFCore

extension PDFLimits {
    /// For reading a file whole, whose number of pages is judged by the caller: an upload that is
    /// too long should not be called too complex, and certificate pages come on top.
    static var wholeFile: PDFLimits {
        var limits = PDFLimits()
        limits.pages = 10 * limits.pages
        return limits
    }
}
