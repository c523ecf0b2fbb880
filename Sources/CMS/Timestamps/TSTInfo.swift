public import FoundationEssentials

/// What a time-stamping authority signs: that a digest existed at a time (RFC 3161 §2.4.2).
public struct TSTInfo: Hashable, Sendable {
    /// Under which policy, in dotted decimal.
    public let policy: String
    public let imprint: MessageImprint
    /// Content octets of the INTEGER, big-endian.
    public let serialNumber: [UInt8]
    /// When; to the microsecond.
    public let genTime: Date
    /// How far the clock may be off; `nil`: the authority does not say.
    public let accuracy: TimestampAccuracy?
    /// Whether all timestamps of the authority can be ordered by their times alone.
    public let ordering: Bool
    /// Content octets of the INTEGER, big-endian.
    public let nonce: [UInt8]?

    /// - Parameter der: the content of a token.
    init(der: ArraySlice<UInt8>) throws(CMSError) {
        var whole = DERReader(der)
        var parts = try whole.next(DERTag.sequence, "a TSTInfo").inside
        try whole.finish("a TSTInfo")
        guard try parts.next(DERTag.integer, "the version").smallInteger() == 1 else {
            throw CMSError(.unsupported, "a timestamp of another version")
        }
        policy = try parts.next(DERTag.objectIdentifier, "the policy").objectIdentifier()
            .description
        imprint = try MessageImprint(parts.next())
        serialNumber = Array(try parts.next(DERTag.integer, "the serial number").content)
        genTime = try parts.next(DERTag.generalizedTime, "the time").preciseDate()
        accuracy = try parts.nextIf(DERTag.sequence).map(TimestampAccuracy.init)
        ordering = try parts.nextIf(DERTag.boolean)?.content.first ?? 0 != 0
        nonce = try parts.nextIf(DERTag.integer).map { Array($0.content) }
        _ = try parts.nextIf(DERTag.context(0))
        let extensions = try parts.nextIf(DERTag.context(1)).map { ExtensionList($0) }
        try extensions?.refuseCritical(besides: [])
        try parts.finish("a TSTInfo")
    }
}

/// How far a timestamp's time may be off, either way (RFC 3161 §2.4.2).
public struct TimestampAccuracy: Hashable, Sendable {
    public let seconds: Int
    /// 0 to 999 each.
    public let milliseconds: Int
    public let microseconds: Int

    /// - Parameters:
    ///   - milliseconds: 0 to 999; what is over is cut off.
    ///   - microseconds: 0 to 999; what is over is cut off.
    public init(seconds: Int, milliseconds: Int = 0, microseconds: Int = 0) {
        self.seconds = max(0, seconds)
        self.milliseconds = min(max(0, milliseconds), 999)
        self.microseconds = min(max(0, microseconds), 999)
    }

    init(_ value: DERValue) throws(CMSError) {
        var parts = value.inside
        seconds = try parts.nextIf(DERTag.integer)?.smallInteger() ?? 0
        milliseconds = try Self.thousandths(parts.nextIf(DERTag.primitiveContext(0)))
        microseconds = try Self.thousandths(parts.nextIf(DERTag.primitiveContext(1)))
        try parts.finish("an accuracy")
    }

    /// In seconds.
    public var interval: Double {
        Double(seconds) + Double(milliseconds) / 1000 + Double(microseconds) / 1_000_000
    }

    var der: [UInt8] {
        DERWriter.sequence(
            seconds == 0 ? [] : DERWriter.integer(UInt64(seconds)),
            Self.thousandths(milliseconds, tag: 0), Self.thousandths(microseconds, tag: 1))
    }

    private static func thousandths(_ value: DERValue?) throws(CMSError) -> Int {
        guard let content = value?.content else { return 0 }
        let number = content.prefix(2).reduce(0) { $0 << 8 | Int($1) }
        guard (1...2).contains(content.count), (1...999).contains(number) else {
            throw CMSError(.malformed, "an accuracy out of range")
        }
        return number
    }

    private static func thousandths(_ number: Int, tag: UInt8) -> [UInt8] {
        guard number > 0 else { return [] }
        var encoded = DERWriter.integer(UInt64(number))
        encoded[0] = DERTag.primitiveContext(tag)
        return encoded
    }
}
