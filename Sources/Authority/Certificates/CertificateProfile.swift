import Crypto
import Domain
import Foundation
import SwiftASN1
import X509

/// What a certificate of the authority says beside its subject and key (RFC 5280 §4.2).
enum CertificateProfile {
    case root
    case issuing
    /// The server's certification of documents.
    case seal
    /// The server's time-stamping authority.
    case timestamping
    /// One simple signature by a person.
    case simpleSignature(of: Contact)
    /// A person's own signatures.
    case personalSignature(of: Contact)

    private var constraints: Certificate.Extensions {
        get throws {
            switch self {
            case .root: try Self.authority(maxPathLength: 1)
            case .issuing: try Self.authority(maxPathLength: 0)
            case .seal, .simpleSignature, .personalSignature: try Self.signer
            case .timestamping: try Self.timestamper
            }
        }
    }

    private static func authority(maxPathLength: Int) throws -> Certificate.Extensions {
        try Certificate.Extensions {
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: maxPathLength))
            Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        }
    }

    private static var signer: Certificate.Extensions {
        get throws {
            try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true, nonRepudiation: true))
                // RFC 9336: id-kp-documentSigning.
                try ExtendedKeyUsage([.init(oid: [1, 3, 6, 1, 5, 5, 7, 3, 36])])
            }
        }
    }

    /// RFC 3161 §2.3: critical, and for time-stamping alone.
    private static var timestamper: Certificate.Extensions {
        get throws {
            try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                Critical(try ExtendedKeyUsage([.timeStamping]))
            }
        }
    }

    func extensions(
        of key: Certificate.PublicKey, issuer: Certificate.PublicKey,
        foundAt addresses: IssuerAddresses?
    ) throws -> Certificate.Extensions {
        var extensions = try constraints
        try extensions.append(
            Certificate.Extension(SubjectKeyIdentifier(hash: key), critical: false))
        try extensions.append(
            Certificate.Extension(
                AuthorityKeyIdentifier(
                    keyIdentifier: SubjectKeyIdentifier(hash: issuer).keyIdentifier),
                critical: false))
        for own in try personal { try extensions.append(own) }
        // A root is trusted for itself: nobody looks for its issuer, nor for its revocation.
        if let addresses, !isRoot {
            for own in try addresses.extensions { try extensions.append(own) }
        }
        return extensions
    }

    private var isRoot: Bool {
        if case .root = self { true } else { false }
    }

    private var personal: [Certificate.Extension] {
        get throws {
            switch self {
            case .root, .issuing, .seal, .timestamping: []
            case .simpleSignature(let contact):
                try Self.name(contact) + [SignaturePolicy.simple.certificatePolicies]
            case .personalSignature(let contact):
                try Self.name(contact) + [SignaturePolicy.personal.certificatePolicies]
            }
        }
    }

    /// An rfc822Name holds ASCII alone (RFC 5280 §4.2.1.6); other addresses, and telephone numbers,
    /// stay in the evidence.
    private static func name(_ contact: Contact) throws -> [Certificate.Extension] {
        guard let email = contact.email?.text, email.utf8.allSatisfy({ $0 < 0x80 }) else {
            return []
        }
        return [
            try Certificate.Extension(
                SubjectAlternativeNames([.rfc822Name(email)]), critical: false)
        ]
    }
}
