internal import Synchronization

/// How much a reader may still decode: many streams that are small in the file and large outside
/// it would otherwise cost what none of them may cost alone.
final class DecodingBudget: Sendable {
    private let rest: Mutex<Int>

    init(_ byteCount: Int) { rest = Mutex(byteCount) }

    /// Decodes no more than is left. What fails may have cost all that it was allowed.
    func spend(
        atMost limit: Int, _ decode: (Int) throws(PDFError) -> [UInt8]
    ) throws(PDFError) -> [UInt8] {
        let limit = min(limit, rest.withLock(\.self))
        guard limit > 0 else { throw PDFError(.limit, "the streams decode to too many bytes") }
        var cost = limit
        defer { rest.withLock { $0 = max(0, $0 - cost) } }
        let bytes = try decode(limit)
        cost = bytes.count
        return bytes
    }
}
