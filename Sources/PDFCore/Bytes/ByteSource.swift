/// Bytes that can be read anywhere, without holding all of them in memory.
public protocol ByteSource: Sendable {
    /// The number of bytes; it does not change while the source is in use.
    var count: Int { get }

    /// The bytes of `range`, all of them.
    ///
    /// Throws ``PDFError/Code-swift.enum/input`` if the range leaves the source or reading fails.
    func read(_ range: Range<Int>) throws(PDFError) -> [UInt8]
}

extension ByteSource {
    /// Throws unless `range` lies within the source.
    func check(_ range: Range<Int>) throws(PDFError) {
        guard range.lowerBound >= 0, range.upperBound <= count else {
            throw PDFError(.input, "bytes \(range) of \(count)", offset: range.lowerBound)
        }
    }

    /// Every byte in order, in windows of at most `size` bytes.
    public func forEachWindow(
        of range: Range<Int>, size: Int = 256 * 1024, _ body: ([UInt8]) throws(PDFError) -> Void
    ) throws(PDFError) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = min(range.upperBound, start + size)
            try body(try read(start..<end))
            start = end
        }
    }
}

/// Bytes in memory.
public struct MemorySource: ByteSource {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public var count: Int { bytes.count }

    public func read(_ range: Range<Int>) throws(PDFError) -> [UInt8] {
        try check(range)
        return Array(bytes[range])
    }
}
