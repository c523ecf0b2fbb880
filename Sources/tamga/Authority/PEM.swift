import Foundation

/// DER in textual encoding (RFC 7468).
enum PEM {
    /// Without a line break at the end.
    static func text(_ label: String, _ der: [UInt8]) -> String {
        let lines = Data(der).base64EncodedString(
            options: [.lineLength64Characters, .endLineWithLineFeed])
        return "-----BEGIN \(label)-----\n\(lines)\n-----END \(label)-----"
    }
}
