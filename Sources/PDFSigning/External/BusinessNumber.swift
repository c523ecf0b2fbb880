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
public enum BusinessClaim: Hashable, Sendable {
    /// Any business's that writes its number: of who hides it nobody can say what they are.
    case any
    /// The one of this number; `random` are the bits beside the signer's private key, where they
    /// were sent.
    case number(BusinessNumber, random: [UInt8]? = nil)

    func check(_ certificate: EmbeddedCertificate) throws(ExternalSignatureProblem) {
        if case .number(let number, let random?) = self,
            let identity = certificate.virtualIdentity
        {
            guard identity.isOf(number: number.digits, random: random) else {
                throw .otherBusiness
            }
            return
        }
        let written = Self.attributes.flatMap(certificate.subjectValues).compactMap(Self.number)
        guard !written.isEmpty else { throw .businessNumberMissing }
        if case .number(let number, _) = self, !written.contains(number) { throw .otherBusiness }
    }

    private static let attributes = ["2.5.4.5", "2.5.4.97"]

    private static func number(in text: String) -> BusinessNumber? {
        BusinessNumber(text.filter { ("0"..."9").contains($0) })
    }
}
