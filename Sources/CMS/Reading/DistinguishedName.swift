import COpenSSL

/// Comparing names as RFC 5280 §7.1 does.
enum DistinguishedName {
    /// Whether two names in DER are one: equal bytes, or equal after libcrypto's folding of string
    /// types, case and white space. Authorities do sign lists under another encoding of their
    /// name than their certificates show.
    static func areSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        left == right
            || left.withUnsafeBufferPointer { left in
                right.withUnsafeBufferPointer { right in
                    tamga_same_name(
                        left.baseAddress, left.count, right.baseAddress, right.count) == 1
                }
            }
    }
}
