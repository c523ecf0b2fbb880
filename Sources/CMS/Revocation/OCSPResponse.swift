public import FoundationEssentials

/// An OCSP responder's signed answer (BasicOCSPResponse, RFC 6960 §4.2.1). Whether to believe it
/// says ``signer(for:among:)``.
public struct OCSPResponse: Hashable, Sendable {
    /// More than any answer with its certificates needs.
    public static let byteLimit = 1 << 20

    enum Responder: Hashable, Sendable {
        case name(ArraySlice<UInt8>)
        /// SHA-1 of the key's bits.
        case keyHash([UInt8])
    }

    /// The whole OCSPResponse, as it is kept in a DSS.
    public let der: [UInt8]
    let signed: SignedStructure
    let responder: Responder
    /// When it was signed.
    public let producedAt: Date
    public let responses: [OCSPSingleResponse]
    public let certificates: [EmbeddedCertificate]
    public let nonce: [UInt8]?

    /// - Throws: unsupported where the responder refused to answer; the reason names its status.
    public init(der: [UInt8]) throws(CMSError) {
        guard der.count <= Self.byteLimit else {
            throw CMSError(.tooLarge, "an OCSP answer of \(der.count) bytes")
        }
        self.der = der
        var basic = try Self.basic(der)
        signed = try SignedStructure(&basic, "an answer's content")
        certificates = try Self.certificates(basic.nextIf(DERTag.context(0)))
        try basic.finish("an OCSP answer")

        var parts = signed.content.inside
        _ = try parts.nextIf(DERTag.context(0))
        responder = try Self.responder(parts.next())
        producedAt = try parts.next(DERTag.generalizedTime, "producedAt").date()
        var responses = try parts.next(DERTag.sequence, "the responses").inside
        self.responses = try responses.remaining()
            .map { value throws(CMSError) in try OCSPSingleResponse(value) }
        let extensions = try ExtensionList(inside: parts.nextIf(DERTag.context(1)))
        try parts.finish("an answer's content")
        try extensions.refuseCritical(besides: [.answerNonce])
        nonce = try extensions.find(.answerNonce).map(Self.nonce)
    }

    /// The hash function of its signature, where that is known.
    public var digestAlgorithm: DigestAlgorithm? { signed.digestAlgorithm }

    /// What it says of a certificate; `nil`: nothing.
    public func response(
        for certificate: EmbeddedCertificate, issuer: EmbeddedCertificate
    ) -> OCSPSingleResponse? {
        responses.first { $0.certificateID.names(certificate, issuer: issuer) }
    }

    /// Whether it may be the answer to a request: it is about the certificate, and its nonce, if
    /// any, is the request's. Responders that answer beforehand have none (RFC 5019 §4).
    public func answers(_ request: OCSPRequest) -> Bool {
        responses.contains { $0.serialNumber == request.certificateID.serialNumber }
            && (nonce == nil || nonce == request.nonce)
    }
}

extension OCSPResponse {
    // OCSPResponse: ENUMERATED status, [0] { OID id-pkix-ocsp-basic, OCTET STRING }.
    private static func basic(_ der: [UInt8]) throws(CMSError) -> DERReader {
        var whole = DERReader(der[...])
        var parts = try whole.next(DERTag.sequence, "an OCSP answer").inside
        try whole.finish("an OCSP answer")
        let status = try parts.next(DERTag.enumerated, "an answer's status").content
        guard status.elementsEqual([0]) else {
            throw CMSError(.unsupported, "the responder answered with status \(status.first ?? 0)")
        }
        var explicit = try parts.next(DERTag.context(0), "the answer's bytes").inside
        var bytes = try explicit.next(DERTag.sequence, "the answer's bytes").inside
        guard try bytes.next().isOID(.basicAnswer) else {
            throw CMSError(.unsupported, "an OCSP answer of another kind")
        }
        var answer = try bytes.next(DERTag.octetString, "the answer's bytes").inside
        let basic = try answer.next(DERTag.sequence, "an OCSP answer").inside
        try answer.finish("an OCSP answer")
        return basic
    }

    private static func responder(_ value: DERValue) throws(CMSError) -> Responder {
        var inside = value.inside
        switch value.tag {
        case DERTag.context(1): return .name(try inside.next(DERTag.sequence, "a name").encoded)
        case DERTag.context(2): return .keyHash(try inside.next().octets())
        default: throw CMSError(.unexpectedStructure, "the responder is not named")
        }
    }

    private static func certificates(_ explicit: DERValue?) throws(CMSError)
        -> [EmbeddedCertificate]
    {
        guard var inside = explicit?.inside else { return [] }
        var sequence = try inside.next(DERTag.sequence, "the certificates").inside
        return try sequence.remaining().map { value throws(CMSError) in
            try EmbeddedCertificate(der: Array(value.encoded))
        }
    }

    // RFC 8954 §2.1: an OCTET STRING; older responders leave its tag out.
    private static func nonce(_ value: ExtensionList.Value) -> [UInt8] {
        guard let inner = try? value.only(), inner.tag == DERTag.octetString else {
            return Array(value.content)
        }
        return Array(inner.content)
    }
}
