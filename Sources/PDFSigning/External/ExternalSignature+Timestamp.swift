import CMS

extension ExternalSignature {
    /// In DER, as it will be embedded; nothing in it is believed.
    public var der: [UInt8] { container.der }

    /// The signature value: what a timestamp is asked for over (EN 319 122-1 §5.3).
    public var value: [UInt8] { container.signer.signature }

    /// The room that it takes, in bytes.
    ///
    /// - Parameter tokenByteCount: the most that the token of its timestamp may have in DER; nil
    ///   where it gets none.
    public func byteCount(withTimestampOf tokenByteCount: Int?) -> Int {
        tokenByteCount.map(container.byteCount(withTimestampOf:)) ?? byteCount
    }

    /// The same in DER with our timestamp among its unsigned attributes; nothing that is signed
    /// changes.
    ///
    /// - Parameter token: a DER ContentInfo.
    /// - Throws: ``SigningError/foreignTimestamp`` where it is over something else or broken; a
    ///   CMSError where it is no token.
    public func timestamped(by token: [UInt8]) throws -> [UInt8] {
        try container.timestamped(by: token)
    }
}

extension SignedData {
    func timestamped(by token: [UInt8]) throws -> [UInt8] {
        guard try TimestampToken(der: token).verify(message: signer.signature).isIntact else {
            throw SigningError.foreignTimestamp
        }
        return try adding(timestamp: token)
    }
}
