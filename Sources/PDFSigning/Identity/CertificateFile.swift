import CMS
import SwiftASN1

/// A file of certificates: one in DER, or any number in PEM (RFC 7468).
public enum CertificateFile {
    /// The file holds no certificate, or something that is none; the reason is one line.
    public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
        public let description: String
    }

    private static let byteLimit = 4 * 1024 * 1024
    private static let countLimit = 1_000

    /// DER of each certificate, in the file's order. Keys and other blocks of a PEM file are
    /// passed over.
    public static func certificates(in bytes: [UInt8]) throws(Unreadable) -> [[UInt8]] {
        guard bytes.count <= byteLimit else {
            throw Unreadable(description: "more than \(byteLimit) bytes")
        }
        let found = bytes.first == 0x30 ? [bytes] : try blocks(in: bytes)
        guard !found.isEmpty else { throw Unreadable(description: "no certificate in it") }
        guard found.count <= countLimit else {
            throw Unreadable(description: "more than \(countLimit) certificates")
        }
        for der in found where (try? EmbeddedCertificate(der: der)) == nil {
            throw Unreadable(description: "a block of it is no certificate")
        }
        return found
    }

    private static func blocks(in bytes: [UInt8]) throws(Unreadable) -> [[UInt8]] {
        do {
            return try PEMDocument.parseMultiple(pemString: String(decoding: bytes, as: UTF8.self))
                .filter { $0.discriminator == "CERTIFICATE" }.map(\.derBytes)
        } catch {
            throw Unreadable(description: "neither DER nor PEM")
        }
    }
}
