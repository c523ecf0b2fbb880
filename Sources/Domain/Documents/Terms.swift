/// What the sender settles of a document beside its parties and files.
public struct Terms: Equatable, Sendable {
    /// All that have to sign and review do it on the author's side's own device, each after an
    /// authentication of their own (contract SignOK, `options.meet`).
    public var isFaceToFace: Bool
    /// The author's side approves what everybody has signed before it is sealed.
    public var requiresApproval: Bool
    /// Leaves Draft by itself, as soon as all files are readable (contract LightDoc, Upload).
    public var sendsWhenReady: Bool
    /// Days that the parties have, counted from the sending.
    public var period: SigningPeriod?
    /// Where the browser goes after signing and declining.
    public var redirect: RedirectAddress?
    public var template: TemplateID?
    public var bulk: BulkPlace?

    public init(
        isFaceToFace: Bool = false, requiresApproval: Bool = false, sendsWhenReady: Bool = true,
        period: SigningPeriod? = nil, redirect: RedirectAddress? = nil,
        template: TemplateID? = nil, bulk: BulkPlace? = nil
    ) {
        self.isFaceToFace = isFaceToFace
        self.requiresApproval = requiresApproval
        self.sendsWhenReady = sendsWhenReady
        self.period = period
        self.redirect = redirect
        self.template = template
        self.bulk = bulk
    }
}

/// The place of a document among those made with it at once.
public struct BulkPlace: Equatable, Sendable {
    public let transaction: BulkID
    /// From 0.
    public let row: Int
    /// The client's own number of the row.
    public let sequence: String

    public init(transaction: BulkID, row: Int, sequence: String) {
        self.transaction = transaction
        self.row = row
        self.sequence = sequence
    }
}

/// Whole days for signing: the last one ends at midnight in Seoul (contract SignOK, row 13).
public struct SigningPeriod: Equatable, Codable, Sendable {
    public let days: Int

    public static let limit = 3_650

    /// `nil` unless there are 1 to ``limit`` days.
    public init?(days: Int) {
        guard (1...Self.limit).contains(days) else { return nil }
        self.days = days
    }

    /// The last second of the last day.
    public func end(from start: Instant) -> Instant {
        let last = SeoulDay(number: SeoulDay(start).number + Int64(days))
        return Instant(seconds: last.end.seconds)
    }
}
