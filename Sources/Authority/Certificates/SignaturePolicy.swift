import SwiftASN1
import X509

/// Certificate policies of the authority, named under the UUID arc (ITU-T X.667), which needs no
/// registration: 2.25 and the number of a UUID made for the purpose.
enum SignaturePolicy {
    /// A simple electronic signature: the key served one signature after a confirmation by code.
    case simple
    /// The holder's own key, certified after a confirmation by code.
    case personal
    /// Not a certificate's: a token of the server's own time-stamping authority, accurate to a
    /// second.
    case timestamp

    private var uuid: UInt128 {
        switch self {
        case .simple: 0x8F0C_67B1_52D4_4E0A_9B1E_0D3C_A754_2F61
        case .personal: 0x3A9D_14E7_C06B_4F52_8D27_71B5_E9F8_604C
        case .timestamp: 0x5C1E_A20B_94D8_4B67_A3F0_6E82_1D5B_C79A
        }
    }

    /// RFC 5280 §4.2.1.4: a SEQUENCE OF PolicyInformation with nothing but the identifier.
    var certificatePolicies: Certificate.Extension {
        Certificate.Extension(
            oid: [2, 5, 29, 32], critical: false,
            value: ArraySlice(Self.der(0x30, Self.der(0x30, Self.der(0x06, identifier)))))
    }

    /// In dotted decimal.
    var dotted: String { "2.25.\(uuid)" }

    /// X.690 §8.19: the first two arcs share 2·40 + 25, then base 128 with continuation bits. The
    /// last arc has up to 128 bits, which is more than general OID types take.
    private var identifier: [UInt8] {
        var groups = [UInt8(uuid & 0x7F)]
        var rest = uuid >> 7
        while rest > 0 {
            groups.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return [105] + groups.reversed()
    }

    private static func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        [tag, UInt8(content.count)] + content
    }
}
