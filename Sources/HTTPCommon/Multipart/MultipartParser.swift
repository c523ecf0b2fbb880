/// An incremental reader of `multipart/form-data` (RFC 7578). Memory is bounded by the pieces fed
/// and the header limit, whatever the body holds; the time is linear in its length.
public struct MultipartParser: Sendable {
    public enum Event: Equatable, Sendable {
        case begin(MultipartPart)
        /// Some more of the part's bytes.
        case data([UInt8])
        case end
    }

    public static let headerLimit = 8 * 1024
    public static let partLimit = 1_000

    enum State {
        case preamble, header, content, epilogue
    }

    let delimiter: Delimiter
    var state = State.preamble
    var partCount = 0
    /// Bytes not yet understood. A body starts as though a line had ended before it, so that the
    /// first delimiter is like every other.
    var pending: [UInt8] = [0x0D, 0x0A]

    /// `mediaType` is the request's `Content-Type`.
    public init(mediaType: ParameterizedValue) throws(MultipartError) {
        guard let boundary = mediaType.parameters["boundary"],
            let delimiter = Delimiter(boundary: boundary)
        else { throw .boundary }
        self.delimiter = delimiter
    }

    /// What these bytes complete, in order.
    public mutating func feed(_ bytes: some Sequence<UInt8>) throws(MultipartError) -> [Event] {
        pending.append(contentsOf: bytes)
        var events: [Event] = []
        var position = 0
        while try step(&position, &events) {}
        pending.removeFirst(position)
        return events
    }

    /// To be called at the body's end.
    public func finish() throws(MultipartError) {
        guard state == .epilogue else { throw .truncated }
    }

    /// `false` where more bytes are needed.
    private mutating func step(
        _ position: inout Int, _ events: inout [Event]
    ) throws(MultipartError) -> Bool {
        switch state {
        case .header: return try readHeader(&position, &events)
        case .preamble, .content: return readContent(&position, &events)
        case .epilogue:
            position = pending.count
            return false
        }
    }

    private mutating func readHeader(
        _ position: inout Int, _ events: inout [Event]
    ) throws(MultipartError) -> Bool {
        guard let end = endOfHeader(from: position) else {
            guard pending.count - position <= Self.headerLimit else {
                throw .headerTooLarge(limit: Self.headerLimit)
            }
            return false
        }
        guard end - position <= Self.headerLimit else {
            throw .headerTooLarge(limit: Self.headerLimit)
        }
        partCount += 1
        guard partCount <= Self.partLimit else { throw .tooManyParts(limit: Self.partLimit) }
        guard let part = MultipartPart(header: pending[position..<end]) else { throw .header }
        events.append(.begin(part))
        position = end
        state = .content
        return true
    }

    /// Just after the empty line.
    private func endOfHeader(from start: Int) -> Int? {
        if pending[start...].starts(with: [0x0D, 0x0A]) { return start + 2 }
        var index = start
        while index + 4 <= pending.count {
            if pending[index] == 0x0D, pending[index..<index + 4].elementsEqual(Self.emptyLine) {
                return index + 4
            }
            index += 1
        }
        return nil
    }

    private static let emptyLine: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

    private mutating func readContent(_ position: inout Int, _ events: inout [Event]) -> Bool {
        switch delimiter.find(in: pending, from: position) {
        case .none(let safe):
            emit(&position, upTo: safe, &events)
            return false
        case .undecided(let start):
            emit(&position, upTo: start, &events)
            return false
        case .found(let start, let next):
            emit(&position, upTo: start, &events)
            if state == .content { events.append(.end) }
            state = next == nil ? .epilogue : .header
            position = next ?? pending.count
            return true
        }
    }

    private func emit(_ position: inout Int, upTo end: Int, _ events: inout [Event]) {
        guard end > position else { return }
        if state == .content { events.append(.data(Array(pending[position..<end]))) }
        position = end
    }
}
