import CMS
import Durability
import Foundation
import PDFSigning
import SwiftASN1

/// The certificates that the operator trusts for signatures made elsewhere: one PEM file each,
/// named by the SHA-256 of its DER.
///
/// It is read anew at every question, so that a running server knows of a change at once.
public struct TrustFolder: Sendable {
    public let path: String

    /// - Parameter dataFolder: the server's data directory.
    public init(dataFolder: String) { path = "\(dataFolder)/trust" }

    /// DER of every trusted certificate, in the order of their ids.
    public func anchors() throws -> [[UInt8]] { try certificates().map(\.der) }

    /// In the order of their ids.
    ///
    /// - Throws: ``TrustFault/damaged(_:)`` where a file does not hold the certificate that its
    ///   name says: nobody is trusted by mistake, and nobody forgotten in silence.
    public func certificates() throws -> [TrustedCertificate] {
        try ids().map(certificate)
    }

    /// Trusts the certificates of a file in DER or PEM; those known already stay as they are.
    ///
    /// - Throws: ``TrustFault/unreadable(_:)`` where the file holds none, or something that is
    ///   none; then nothing is stored.
    @discardableResult
    public func add(_ file: [UInt8]) throws -> [TrustedCertificate] {
        let found = try Self.certificates(in: file)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try DurableFile.flushFolder(of: path)
        for certificate in found {
            let document = PEMDocument(type: "CERTIFICATE", derBytes: certificate.der)
            try DurableFile.write(
                Array((document.pemString + "\n").utf8), to: self.file(certificate.id))
        }
        return found
    }

    /// Trusts a certificate no longer.
    ///
    /// - Parameter id: its SHA-256, or as many of its first digits, eight or more, as tell it
    ///   from the others. A damaged file can be removed too.
    /// - Throws: ``TrustFault/unknown(_:)`` or ``TrustFault/ambiguous(_:)``.
    @discardableResult
    public func remove(_ id: String) throws -> String {
        let wanted = id.lowercased()
        let found = try ids().filter { wanted.count >= 8 && $0.hasPrefix(wanted) }
        guard let only = found.first else { throw TrustFault.unknown(id) }
        guard found.count == 1 else { throw TrustFault.ambiguous(id) }
        try FileManager.default.removeItem(atPath: file(only))
        try DurableFile.flushFolder(of: file(only))
        return only
    }
}

extension TrustFolder {
    private static let ending = ".pem"

    private func file(_ id: String) -> String { "\(path)/\(id)\(Self.ending)" }

    private func ids() throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { $0.hasSuffix(Self.ending) }
            .map { String($0.dropLast(Self.ending.count)) }.sorted()
    }

    private func certificate(_ id: String) throws -> TrustedCertificate {
        let bytes = try Data(contentsOf: URL(filePath: file(id)))
        guard let found = try? Self.certificates(in: [UInt8](bytes)), found.count == 1,
            found[0].id == id
        else { throw TrustFault.damaged(file(id)) }
        return found[0]
    }

    private static func certificates(in file: [UInt8]) throws -> [TrustedCertificate] {
        do {
            return try CertificateFile.certificates(in: file).map { der in
                guard let certificate = TrustedCertificate(der: der) else {
                    throw TrustFault.unreadable("a certificate in disorder")
                }
                return certificate
            }
        } catch let error as CertificateFile.Unreadable {
            throw TrustFault.unreadable(error.description)
        }
    }
}
