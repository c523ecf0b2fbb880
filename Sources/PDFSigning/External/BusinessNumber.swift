import CMS

/// A Korean business registration number (사업자등록번호): ten digits.
public struct BusinessNumber: Hashable, Sendable, CustomStringConvertible {
    public let digits: String

    /// - Parameter text: with hyphens or spaces, or without. Its check digit is not asked for:
    ///   see ``isGenuine``.
    public init?(_ text: String) {
        let rest = text.filter { $0 != "-" && $0 != " " }
        guard rest.utf8.count == 10, rest.allSatisfy({ ("0"..."9").contains($0) }) else {
            return nil
        }
        digits = rest
    }

    /// Whether the last digit is the check digit of the others, as the tax office computes it.
    var isGenuine: Bool {
        let values = digits.utf8.map { Int($0) - 0x30 }
        let sum = zip(values, [1, 3, 7, 1, 3, 7, 1, 3, 5]).reduce(values[8] * 5 / 10) {
            $0 + $1.0 * $1.1
        }
        return (10 - sum % 10) % 10 == values[9]
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
        switch self {
        case .number(let number, _):
            guard written.contains(number) else { throw .otherBusiness }
        case .any:
            guard written.contains(where: \.isGenuine) else { throw .businessNumberMissing }
        }
    }

    private static let attributes = ["2.5.4.5", "2.5.4.97"]

    /// What a person is known by is none, whatever its digits (EN 319 412-1 §5.1.3).
    private static func number(in text: String) -> BusinessNumber? {
        guard !["PAS", "IDC", "PNO", "TIN"].contains(where: text.hasPrefix) else { return nil }
        return BusinessNumber(text.filter { ("0"..."9").contains($0) })
    }
}
