public import PDFCore

/// An image of pixels that a PDF can show.
public protocol RasterImage: Sendable {
    /// In pixels, as shown.
    var width: Int { get }
    var height: Int { get }

    /// Writes an XObject that fills the unit square, and returns its number.
    func write(into update: inout IncrementalUpdate) throws(PDFTextError) -> ObjectID
}
