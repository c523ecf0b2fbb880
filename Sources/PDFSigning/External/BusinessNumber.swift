import CMS

/// A Korean business registration number (사업자등록번호): ten digits.
public struct BusinessNumber: Hashable, Sendable, CustomStringConvertible {
    public let digits: String

    /// - Parameter text: with hyphens or spaces, or without. Its check digit is not asked for: it
    ///   is compared with a certificate's, never used by itself.
    public init?(_ text: String) {
        let rest = text.filter { $0 != "-" && $0 != " " }
        guard rest.utf8.count == 10, rest.allSatisfy({ ("0"..."9").contains($0) }) else {
            return nil
        }
        digits = rest
    }

    public var description: String { digits }
}

/// That a certificate is a business's, and what proves it.
///
/// Certificates of Korea's NPKI hide the number: see ``CMS/VirtualIdentity``; who signs with one
/// sends the random bits of the key file along. Other authorities write it into the subject, as
/// serialNumber (2.5.4.5, RFC 4519 §2.31) or organizationIdentifier (2.5.4.97, EN 319 412-1
/// §5.1.4); there the digits count alone, so that `NTRKR-1234567890` is a number too.
public struct BusinessClaim: Hashable, Sendable {
    public var number: BusinessNumber
    /// The random bits beside the signer's private key, where they were sent.
    public var random: [UInt8]?

    public init(number: BusinessNumber, random: [UInt8]? = nil) {
        self.number = number
        self.random = random
    }

    func check(_ certificate: EmbeddedCertificate) throws(ExternalSignatureProblem) {
        if let identity = certificate.virtualIdentity, let random {
            guard identity.isOf(number: number.digits, random: random) else {
                throw .otherBusiness
            }
            return
        }
        let written = Self.attributes.flatMap(certificate.subjectValues).compactMap(Self.number)
        guard !written.isEmpty else { throw .businessNumberMissing }
        guard written.contains(number) else { throw .otherBusiness }
    }

    private static let attributes = ["2.5.4.5", "2.5.4.97"]

    private static func number(in text: String) -> BusinessNumber? {
        BusinessNumber(text.filter { ("0"..."9").contains($0) })
    }
}
