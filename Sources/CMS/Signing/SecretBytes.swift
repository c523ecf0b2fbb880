import COpenSSL

extension [UInt8] {
    /// Overwrites the bytes so that the compiler cannot leave it out. It clears this array's own
    /// storage: whoever holds key material keeps no second copy.
    mutating func wipe() {
        withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
    }
}

/// Gives the bytes to `body` and wipes them, however it ends.
func withSecret<Result>(
    _ bytes: consuming [UInt8], _ body: ([UInt8]) throws(CMSError) -> Result
) throws(CMSError) -> Result {
    var secret = bytes
    defer { secret.wipe() }
    return try body(secret)
}
