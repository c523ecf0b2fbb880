import PDFCore

/// One reading of a whole base: hashed, and every object found where its entry says.
///
/// The two share the reading, so that a file is signed at the speed of the hash.
struct BaseReading {
    private let reader: PDFReader
    /// By offset.
    private var expected: [(offset: Int, id: ObjectID)] = []
    private var next = 0
    private(set) var digest = SHA256State()

    init(_ reader: PDFReader) {
        self.reader = reader
        for revision in reader.revisions {
            for (number, entry) in revision.entries {
                guard case .plain(let offset, let generation) = entry else { continue }
                expected.append((offset, ObjectID(number, generation)))
            }
        }
        expected.sort { $0.offset < $1.offset }
    }

    /// Throws ``SigningError/notClean(_:)`` for an object that is not where its entry says.
    mutating func run() throws {
        let source = reader.source
        var start = 0
        while start < source.count {
            let window = try source.read(start..<min(source.count, start + Self.windowSize))
            digest.update(window)
            try check(window, at: start)
            start += window.count
        }
        guard next == expected.count else { throw misplaced(expected[next].id) }
    }

    /// Stays in the processor's cache between reading and hashing.
    private static let windowSize = 128 * 1024

    private mutating func check(_ window: [UInt8], at start: Int) throws {
        while next < expected.count, expected[next].offset < start + window.count {
            let (offset, id) = expected[next]
            let header = Array("\(id.number) \(id.generation) obj".utf8)
            let place = offset - start
            // One that straddles two windows is read by itself.
            let stands =
                place + header.count <= window.count
                ? window[place..<place + header.count].elementsEqual(header)
                : try reader.stands(id, at: offset)
            guard stands else { throw misplaced(id) }
            next += 1
        }
    }

    private func misplaced(_ id: ObjectID) -> SigningError {
        .notClean([Cleanness.Reason.wrongOffset(id).words])
    }
}
