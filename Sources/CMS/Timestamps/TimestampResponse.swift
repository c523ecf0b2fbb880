/// What a time-stamping authority answers (TimeStampResp, RFC 3161 §2.4.2).
public enum TimestampResponse: Hashable, Sendable {
    case granted(TimestampToken)
    case rejected(TimestampRejection)

    public init(der: [UInt8]) throws(CMSError) {
        guard der.count <= TimestampToken.byteLimit else {
            throw CMSError(.tooLarge, "a timestamp response of \(der.count) bytes")
        }
        var whole = DERReader(der[...])
        var parts = try whole.next(DERTag.sequence, "a timestamp response").inside
        try whole.finish("a timestamp response")
        var statusInfo = try parts.next(DERTag.sequence, "a response's status").inside
        let status = try statusInfo.next(DERTag.integer, "a status").smallInteger()
        // 0 granted, 1 granted with modifications: a token is there.
        guard status <= 1 else {
            self = .rejected(try TimestampRejection(status: status, &statusInfo))
            return
        }
        let token = try parts.next(DERTag.sequence, "a timestamp token")
        try parts.finish("a timestamp response")
        self = .granted(try TimestampToken(der: Array(token.encoded)))
    }

    public var der: [UInt8] {
        switch self {
        case .granted(let token):
            DERWriter.sequence(DERWriter.sequence(DERWriter.integer(0)), token.der)
        case .rejected(let rejection): DERWriter.sequence(rejection.der)
        }
    }

    /// The token, when it is one that may be embedded: all that the request asked for holds and
    /// the signature is right.
    public func token(for request: TimestampRequest) throws(TimestampFault) -> TimestampToken {
        switch self {
        case .rejected(let rejection): throw .rejected(rejection)
        case .granted(let token):
            try token.check(against: request)
            return token
        }
    }
}
