import COpenSSL

extension [UInt8] {
    /// Overwrites the bytes so that the compiler cannot leave it out. Whoever holds key material
    /// keeps no second reference: the array would be copied first and the copy wiped.
    mutating func wipe() {
        withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
    }
}
