/// A place in a source, read through a window that grows while reading goes straight on.
struct ByteCursor {
    let source: any ByteSource
    private(set) var position: Int
    private var window: [UInt8] = []
    private var windowStart = 0
    private var windowSize = smallest

    private static let smallest = 1024
    private static let largest = 64 * 1024

    init(_ source: any ByteSource, at position: Int = 0) {
        self.source = source
        self.position = position
    }

    /// The byte at the cursor, nil at the end of the source.
    mutating func peek() throws(PDFError) -> UInt8? {
        let index = position - windowStart
        if index >= 0 && index < window.count { return window[index] }
        return try refill()
    }

    mutating func next() throws(PDFError) -> UInt8? {
        guard let byte = try peek() else { return nil }
        position += 1
        return byte
    }

    mutating func advance() { position += 1 }

    mutating func seek(to position: Int) { self.position = position }

    private mutating func refill() throws(PDFError) -> UInt8? {
        guard position >= 0, position < source.count else { return nil }
        let goesOn = (windowStart...windowStart + window.count).contains(position)
        windowSize = goesOn ? min(windowSize * 2, Self.largest) : Self.smallest
        windowStart = position
        window = try source.read(position..<min(position + windowSize, source.count))
        return window.first
    }

    /// The characters of one kind from here on, `limit` at most, as `read` reads them. Nil, and
    /// the cursor stays, where there are more, or `read` gives nil.
    @inline(__always)
    mutating func run<Run>(
        of isMember: (UInt8) -> Bool, atMost limit: Int, _ read: (ArraySlice<UInt8>) -> Run?
    ) throws(PDFError) -> Run? {
        guard try peek() != nil else { return nil }
        let known = windowStart + window.count
        if known - position <= limit, known < source.count { _ = try refill() }
        let start = position - windowStart
        let stop = min(start + limit + 1, window.count)
        var end = start
        while end < stop, isMember(window[end]) { end += 1 }
        guard end - start <= limit, let run = read(window[start..<end]) else { return nil }
        position += end - start
        return run
    }
}

extension ByteCursor {
    mutating func skipWhitespace() throws(PDFError) {
        while let byte = try peek(), byte.isWhitespace { advance() }
    }

    /// Comments count as white space (ISO 32000-2, 7.2.4).
    mutating func skipWhitespaceAndComments() throws(PDFError) {
        while let byte = try peek() {
            if byte == UInt8(ascii: "%") {
                while let byte = try peek(), byte != 0x0A && byte != 0x0D { advance() }
            } else if byte.isWhitespace {
                advance()
            } else {
                return
            }
        }
    }

    /// Skips one CR LF, LF or CR, if there is one.
    mutating func skipEndOfLine() throws(PDFError) {
        if try peek() == 0x0D {
            advance()
        } else if try peek() == 0x0A {
            return advance()
        } else {
            return
        }
        if try peek() == 0x0A { advance() }
    }

    /// Consumes `text` if it stands here.
    mutating func take(_ text: StaticString) throws(PDFError) -> Bool {
        let start = position
        for index in 0..<text.utf8CodeUnitCount {
            guard try next() == text.utf8Start[index] else {
                seek(to: start)
                return false
            }
        }
        return true
    }

    /// Consumes `text` or throws.
    mutating func expect(
        _ text: StaticString, or code: PDFError.Code = .syntax
    ) throws(PDFError) {
        guard try take(text) else {
            throw PDFError(code, "\(text) expected", offset: position)
        }
    }

    /// An unsigned integer of at most 15 digits, nil if no digit stands here.
    mutating func unsigned() throws(PDFError) -> Int? {
        var value = 0
        var digits = 0
        while let byte = try peek(), byte.isDigit {
            digits += 1
            guard digits <= 15 else {
                throw PDFError(.syntax, "a number too large", offset: position)
            }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            advance()
        }
        return digits > 0 ? value : nil
    }
}
