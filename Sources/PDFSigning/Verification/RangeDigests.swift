import CMS
import PDFCore

/// The digests over what several signatures cover, in one walk through the file.
///
/// All of them begin at byte 0, so one running digest serves all: it is forked where a
/// signature's gap begins, and the fork goes on behind the gap. With one signature a revision,
/// the forks together read no more than the file once again.
struct RangeDigests {
    private let source: any ByteSource
    private var digest: RunningDigest
    private var position = 0

    /// Nil if the algorithm cannot be computed in pieces.
    init?(_ source: any ByteSource, _ algorithm: DigestAlgorithm) {
        guard let digest = RunningDigest(algorithm) else { return nil }
        self.source = source
        self.digest = digest
    }

    /// The digest for each request, in their order.
    mutating func digests(of requests: [SignedBytes]) throws(PDFError) -> [[UInt8]] {
        var values = [[UInt8]](repeating: [], count: requests.count)
        let order = requests.indices.sorted {
            requests[$0].gap.lowerBound < requests[$1].gap.lowerBound
        }
        for index in order {
            try advance(to: requests[index].gap.lowerBound)
            var fork = digest
            let rest = requests[index].gap.upperBound..<requests[index].end
            try source.forEachWindow(of: rest) { window in fork.update(window) }
            values[index] = fork.value
        }
        return values
    }

    /// The digest of everything.
    mutating func whole() throws(PDFError) -> [UInt8] {
        try advance(to: source.count)
        return digest.value
    }

    private mutating func advance(to end: Int) throws(PDFError) {
        var digest = self.digest
        try source.forEachWindow(of: position..<end) { window in digest.update(window) }
        self.digest = digest
        position = end
    }
}
