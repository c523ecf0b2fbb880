import Durability
import Foundation
import SwiftASN1
import X509

/// The authority's certificates as PEM files, for administrators to hand out.
struct CertificateFiles {
    let folder: String
    /// Whether nothing may be made.
    let isReadOnly: Bool

    /// The DER of the certificate of that name, or of the one that `make` makes. One of another
    /// key is a ``KeyFault``: nothing that it vouched for would be found valid.
    func certificate(
        _ name: String, of key: Certificate.PublicKey, orMake make: () throws -> [UInt8]
    ) throws -> [UInt8] {
        let path = "\(folder)/\(name).crt"
        if let text = try? String(contentsOfFile: path, encoding: .utf8) {
            guard let certificate = try? Certificate(pemEncoded: text), certificate.publicKey == key
            else { throw KeyFault.foreignCertificate(path) }
            return try PEMDocument(pemString: text).derBytes
        }
        guard !isReadOnly else { throw KeyFault.missingFile(path) }
        let der = try make()
        let text = PEMDocument(type: "CERTIFICATE", derBytes: der).pemString + "\n"
        try DurableFile.write(Array(text.utf8), to: path)
        return der
    }
}
