internal import Glibc

/// One file, read by `pread`; the descriptor is closed with the last copy.
public struct FileSource: ByteSource {
    public let count: Int
    private let file: OpenFile

    /// Throws ``PDFError/Code-swift.enum/input`` if `path` is no readable regular file.
    public init(path: String) throws(PDFError) {
        file = try OpenFile(path: path)
        count = try file.byteCount()
    }

    public func read(_ range: Range<Int>) throws(PDFError) -> [UInt8] {
        try check(range)
        return try file.read(range)
    }
}

/// Several files read as one after another: a base and the updates appended to it.
public struct SegmentedSource: ByteSource {
    private let segments: [FileSource]
    /// Where each segment starts; the last entry is the whole length.
    private let starts: [Int]

    public init(paths: [String]) throws(PDFError) {
        var segments: [FileSource] = []
        var starts = [0]
        for path in paths {
            let segment = try FileSource(path: path)
            segments.append(segment)
            starts.append(starts[starts.count - 1] + segment.count)
        }
        (self.segments, self.starts) = (segments, starts)
    }

    public var count: Int { starts[starts.count - 1] }

    public func read(_ range: Range<Int>) throws(PDFError) -> [UInt8] {
        try check(range)
        var bytes: [UInt8] = []
        for (index, segment) in segments.enumerated() {
            let part = range.clamped(to: starts[index]..<starts[index + 1])
            guard !part.isEmpty else { continue }
            let read = try segment.read(
                part.lowerBound - starts[index]..<part.upperBound - starts[index])
            if part == range { return read }
            bytes += read
        }
        return bytes
    }
}

/// A descriptor and its closing.
private final class OpenFile: Sendable {
    private let descriptor: Int32

    init(path: String) throws(PDFError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw PDFError(.input, "cannot open the file (\(errno))") }
    }

    deinit { close(descriptor) }

    func byteCount() throws(PDFError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw PDFError(.input, "not a regular file")
        }
        return Int(status.st_size)
    }

    func read(_ range: Range<Int>) throws(PDFError) -> [UInt8] {
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            filled = fill(buffer, from: range.lowerBound)
        }
        guard bytes.count == range.count else {
            throw PDFError(.input, "the file ended early (\(errno))", offset: range.lowerBound)
        }
        return bytes
    }

    /// The number of bytes read, fewer than asked at the end of the file or on an error.
    private func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, from offset: Int) -> Int {
        var filled = 0
        while filled < buffer.count, let start = buffer.baseAddress {
            let got = pread(descriptor, start + filled, buffer.count - filled, offset + filled)
            if got < 0 && errno == EINTR { continue }
            guard got > 0 else { break }
            filled += got
        }
        return filled
    }
}
