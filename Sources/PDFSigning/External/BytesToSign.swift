public import CMS
public import PDFCore

/// What somebody signs elsewhere: the whole file with its prepared update, but for the hole that
/// the signature will fill (ISO 32000-2 §12.8.1).
///
/// It is a source like any other: windows of it can be sent out, and none is kept.
public struct BytesToSign: ByteSource {
    public let update: PreparedUpdate
    private let preceding: any ByteSource
    /// The update without its hole.
    private let own: [UInt8]

    /// - Parameter preceding: the revision that the update was prepared on, whole.
    /// - Throws: ``SigningError/unsuitableBase(_:)`` where the file has grown since: then the
    ///   update is to be prepared again.
    public init(of update: PreparedUpdate, after preceding: any ByteSource) throws(SigningError) {
        guard preceding.count == update.start else {
            throw .unsuitableBase("the file has grown since the signature was prepared")
        }
        self.update = update
        self.preceding = preceding
        own = update.signedParts.flatMap { $0 }
    }

    public var count: Int { preceding.count + own.count }

    public func read(_ range: Range<Int>) throws(PDFError) -> [UInt8] {
        guard range.lowerBound >= 0, range.upperBound <= count else {
            throw PDFError(.input, "bytes \(range) of \(count)", offset: range.lowerBound)
        }
        let old = range.clamped(to: 0..<preceding.count)
        let new = range.clamped(to: preceding.count..<count)
        let bytes = old.isEmpty ? [] : try preceding.read(old)
        guard !new.isEmpty else { return bytes }
        return bytes + own[new.lowerBound - preceding.count..<new.upperBound - preceding.count]
    }

    /// The digests that signatures made elsewhere may rest on.
    public static let digestAlgorithms: [DigestAlgorithm] = [
        .sha256, .sha384, .sha512, .streebog256, .streebog512,
    ]

    /// By SHA-256 nothing is read; by any other function the whole file, in windows.
    ///
    /// - Throws: ``SigningError/unsupportedDigest(_:)`` for one that is not among
    ///   ``digestAlgorithms`` or not available here; PDFError where reading fails.
    public func digest(by algorithm: DigestAlgorithm) throws -> [UInt8] {
        guard Self.digestAlgorithms.contains(algorithm), var digest = RunningDigest(algorithm)
        else { throw SigningError.unsupportedDigest(algorithm.rawValue) }
        if algorithm == .sha256 { return update.digest }
        try forEachWindow(of: 0..<count) { window in digest.update(window) }
        return digest.value
    }
}
