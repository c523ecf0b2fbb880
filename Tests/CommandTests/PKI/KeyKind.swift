/// Keys that people sign with, as openssl makes them.
enum KeyKind: String, CaseIterable, Sendable {
    case rsa2048
    case rsa3072
    case rsa4096
    case pss2048
    case pss3072
    case p256
    case p384

    var isPSS: Bool { self == .pss2048 || self == .pss3072 }

    /// Of `openssl req -newkey`.
    var request: [String] {
        switch self {
        case .rsa2048: ["rsa:2048"]
        case .rsa3072: ["rsa:3072"]
        case .rsa4096: ["rsa:4096"]
        case .pss2048: ["rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048"]
        case .pss3072: ["rsa-pss", "-pkeyopt", "rsa_keygen_bits:3072"]
        case .p256: ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        case .p384: ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"]
        }
    }
}
