import COpenSSL

extension ParsedCertificate {
    /// More than any certificate names; what comes after is not looked at.
    private static let usageLimit: Int32 = 64

    /// What the certificate says it is for, in dotted decimal; nil where it does not say
    /// (RFC 5280 §4.2.1.12).
    var extendedUsages: [String]? {
        let count = tamga_extended_usage_count(handle)
        guard count >= 0 else { return nil }
        return (0..<min(count, Self.usageLimit)).map(extendedUsage)
    }

    private func extendedUsage(_ index: Int32) -> String {
        var room = [CChar](repeating: 0, count: 128)
        let written = tamga_extended_usage(handle, index, &room, Int32(room.count))
        let text = room.prefix(max(0, Int(written))).map(UInt8.init(bitPattern:))
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether its key may sign data: digitalSignature or nonRepudiation (§4.2.1.3).
    var mayBeUsedToSign: Bool {
        tamga_key_usage(handle) & UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION) != 0
    }
}
