internal import CZlib

/// The zlib format of `/FlateDecode` (ISO 32000-2, 7.4.4).
public enum Flate {
    /// `bytes` compressed, deterministically for one zlib version.
    public static func deflate(_ bytes: [UInt8], level: Int = 6) -> [UInt8] {
        var count = compressBound(uLong(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
            let status = compress2(
                buffer.baseAddress, &count, bytes, uLong(bytes.count), Int32(min(max(level, 0), 9)))
            // compress2 fails only for want of room or memory, and compressBound gave the room.
            precondition(status == Z_OK, "zlib is out of memory")
            filled = Int(count)
        }
    }

    /// The decompressed bytes; more than `limit` of them is an error.
    public static func inflate(_ bytes: [UInt8], limit: Int) throws(PDFError) -> [UInt8] {
        let inflater = try Inflater()
        return try inflater.run(bytes, limit: limit)
    }
}

/// One zlib stream, whose state is freed with this object.
private final class Inflater {
    /// zlib's state points back at this structure, so it must not move.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    init() throws(PDFError) {
        stream.initialize(to: z_stream())
        let status = inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw PDFError(.input, "zlib is out of memory") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func run(_ bytes: [UInt8], limit: Int) throws(PDFError) -> [UInt8] {
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(64 * 1024, max(1024, bytes.count * 4)))
        var input = bytes
        let status = input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = uInt(input.count)
            return drain(into: &output, by: &chunk, limit: limit)
        }
        guard output.count <= limit else {
            throw PDFError(.limit, "a stream decodes to more than \(limit) bytes")
        }
        guard status == Z_STREAM_END else { throw PDFError(.syntax, "a damaged Flate stream") }
        return output
    }

    /// Inflates until the end, an error, or beyond the limit.
    private func drain(
        into output: inout [UInt8], by chunk: inout [UInt8], limit: Int
    ) -> Int32 {
        var status = Z_OK
        while status == Z_OK && output.count <= limit {
            status = chunk.withUnsafeMutableBufferPointer { chunk in
                stream.pointee.next_out = chunk.baseAddress
                stream.pointee.avail_out = uInt(chunk.count)
                let status = CZlib.inflate(stream, Z_NO_FLUSH)
                output += chunk[..<(chunk.count - Int(stream.pointee.avail_out))]
                return status
            }
        }
        return status
    }
}
