/// A time-stamping authority's refusal (PKIStatusInfo, RFC 3161 §2.4.2).
public struct TimestampRejection: Error, Hashable, Sendable, CustomStringConvertible {
    /// PKIFailureInfo: the number of the bit.
    public enum Failure: Int, Hashable, Sendable, CaseIterable {
        case badAlgorithm = 0
        case badRequest = 2
        case badDataFormat = 5
        case timeNotAvailable = 14
        case unacceptedPolicy = 15
        case unacceptedExtension = 16
        case additionalInformationNotAvailable = 17
        case systemFailure = 25
    }

    /// PKIStatus: 2 rejection, 3 waiting, 4 and 5 revocation.
    public let status: Int
    public let failure: Failure?
    /// The authority's words, at most 1,000 characters of them.
    public let text: String

    public init(_ failure: Failure, _ text: String) {
        self.init(status: 2, failure: failure, text: text)
    }

    init(status: Int, failure: Failure?, text: String) {
        self.status = status
        self.failure = failure
        self.text = String(text.prefix(1000))
    }

    public var description: String {
        "status \(status)" + (failure.map { ", \($0)" } ?? "") + (text.isEmpty ? "" : ": \(text)")
    }
}

extension TimestampRejection {
    /// What follows the status in a PKIStatusInfo: free text, then the failure's bits.
    init(status: Int, _ parts: inout DERReader) throws(CMSError) {
        var texts = try parts.nextIf(DERTag.sequence)?.inside
        let lines = try texts?.remaining().map { String(decoding: $0.content, as: UTF8.self) }
        let bits = try parts.nextIf(DERTag.bitString)?.content.dropFirst()
        self.init(
            status: status, failure: bits.flatMap(Self.failure),
            text: lines?.joined(separator: "\n") ?? "")
    }

    var der: [UInt8] {
        let words =
            text.isEmpty
            ? [] : DERWriter.sequence(DERWriter.value(DERTag.utf8String, Array(text.utf8)))
        return DERWriter.sequence(
            DERWriter.integer(UInt64(max(0, status))), words, failure.map(Self.bits) ?? [])
    }

    private static func failure(_ bits: ArraySlice<UInt8>) -> Failure? {
        let octets = Array(bits)
        return Failure.allCases.first { failure in
            let (octet, bit) = failure.rawValue.quotientAndRemainder(dividingBy: 8)
            return octet < octets.count && octets[octet] & 0x80 >> UInt8(bit) != 0
        }
    }

    // A BIT STRING ends with its last one bit (X.690 §11.2.2).
    private static func bits(_ failure: Failure) -> [UInt8] {
        let (octet, bit) = failure.rawValue.quotientAndRemainder(dividingBy: 8)
        let zeros = [UInt8](repeating: 0, count: octet)
        return DERWriter.value(
            DERTag.bitString, [UInt8(7 - bit)] + zeros + [0x80 >> UInt8(bit)])
    }
}
