public import Domain
import Foundation
import SwiftASN1
import X509

// For whoever only looks at an authority.
extension TamgaAuthority {
    /// From when on all of its certificates hold.
    public var validFrom: Instant {
        get throws { try chain.all.map { Instant($0.notValidBefore) }.max() ?? chain.end }
    }

    /// Until when all of them hold.
    public var validUntil: Instant {
        get throws { try chain.all.map { Instant($0.notValidAfter) }.min() ?? chain.end }
    }

    /// The DER of an issuer's certificate in the folder of keys, which need not open; `nil` where
    /// there is none.
    public static func certificate(of issuer: CertificateIssuer, in folder: String) -> [UInt8]? {
        let path = "\(folder)/\(issuer.rawValue).crt"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        return try? PEMDocument(pemString: text).derBytes
    }
}

extension AuthorityChain {
    fileprivate var all: [Certificate] {
        get throws {
            try [root, issuing, seal, timestamping].map { try Certificate(derEncoded: $0) }
        }
    }
}
