/// How much a reader is willing to do for one file. The defaults are the product's.
public struct PDFLimits: Hashable, Sendable {
    /// Objects of the file, and entries of one cross-reference section.
    public var objects = 100_000
    /// Bytes of one decoded stream.
    public var decodedBytes = 75 * 1024 * 1024
    /// Bytes of all the streams that one reader decodes, each as often as it is decoded.
    public var decodedTotal = 512 * 1024 * 1024
    /// Arrays and dictionaries inside one another.
    public var depth = 100
    /// Elements of all arrays and dictionaries of one indirect object.
    public var elements = 1_000_000
    public var pages = 2_000
    public var fields = 5_000
    public var revisions = 2_000

    public init() {}
}
