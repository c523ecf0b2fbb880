import PDFCore

/// The beginning of a source, as if the file ended there.
struct PrefixSource: ByteSource {
    private let source: any ByteSource
    let count: Int

    init(_ source: any ByteSource, count: Int) {
        (self.source, self.count) = (source, min(count, source.count))
    }

    func read(_ range: Range<Int>) throws(PDFError) -> [UInt8] {
        guard range.upperBound <= count else {
            throw PDFError(.input, "bytes \(range) of \(count)", offset: range.lowerBound)
        }
        return try source.read(range)
    }
}

/// Finds the longest beginning of a damaged file that reads strictly: what was signed often does,
/// and what somebody appended does not.
struct ReadablePrefix {
    private let source: any ByteSource
    private let limits: PDFLimits
    private static let mark = Array("%%EOF".utf8)
    private static let attempts = 24
    private static let window = 64 * 1024

    init(_ source: any ByteSource, limits: PDFLimits) {
        (self.source, self.limits) = (source, limits)
    }

    /// Nil if no beginning of the file is a file.
    func reader() throws(PDFError) -> PDFReader? {
        var remaining = Self.attempts
        var end = source.count
        while end > 0 && remaining > 0 {
            let start = max(0, end - Self.window)
            for place in try marks(in: start..<end).reversed() where remaining > 0 {
                remaining -= 1
                if let reader = try? PDFReader(try prefix(to: place), limits: limits) {
                    return reader
                }
            }
            end = start
        }
        return nil
    }

    /// Where the mark begins in `range`; it may end behind it.
    private func marks(in range: Range<Int>) throws(PDFError) -> [Int] {
        let end = min(source.count, range.upperBound + Self.mark.count - 1)
        let bytes = try source.read(range.lowerBound..<end)
        return bytes.indices.filter {
            bytes[$0] == Self.mark[0] && bytes[$0...].starts(with: Self.mark)
        }.map { range.lowerBound + $0 }
    }

    /// With the mark and its end of line.
    private func prefix(to place: Int) throws(PDFError) -> PrefixSource {
        var end = place + Self.mark.count
        let rest = try source.read(end..<min(end + 2, source.count))
        if rest.first == 0x0D { end += 1 }
        if rest.dropFirst(rest.first == 0x0D ? 1 : 0).first == 0x0A { end += 1 }
        return PrefixSource(source, count: end)
    }
}
