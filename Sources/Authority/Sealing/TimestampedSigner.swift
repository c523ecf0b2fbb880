import CMS
import Domain

/// A signer whose signatures carry a timestamp, where there is a source of timestamps.
struct TimestampedSigner {
    /// An ECDSA signature varies by a few bytes from one to the next.
    private static let slack = 64

    private let signer: CAdESSigner
    private let timestamps: (any TimestampSource)?

    init(_ signer: CAdESSigner, timestamps: (any TimestampSource)?) {
        self.signer = signer
        self.timestamps = timestamps
    }

    /// The most bytes that a signature may have.
    var room: Int {
        guard let timestamps else { return signer.maximumByteCount + Self.slack }
        return signer.maximumByteCount(withTimestampOf: timestamps.tokenRoom) + Self.slack
    }

    /// A signature over the digest that was verified before anything rests on it: the update is
    /// committed without a look at the whole file.
    ///
    /// Throws ``TimestampUnavailable`` where it cannot be timestamped now.
    func sign(_ digest: [UInt8]) async throws -> [UInt8] {
        let signature = try signer.sign(messageDigest: digest)
        let signed = try SignedData(der: signature)
        let verdict = signed.verify(messageDigest: digest)
        guard verdict.isIntact else { throw CMSError(.signingFailed, "\(verdict.problems)") }
        guard let timestamps else { return signature }
        let token = try await timestamps.token(over: ContentHash(of: signed.signer.signature))
        return try signed.adding(timestamp: token)
    }
}
