import FoundationEssentials

extension PreparedUpdate {
    private struct Plan: Codable {
        let format: Int
        let start: Int
        let hole: Range<Int>
        let preceding: SHA256State
        let following: RevisionStructure
        let field: String
        let isDocumentTimestamp: Bool
    }

    /// The stored form of everything but the ``delta``, for who keeps the two side by side.
    public func encodedPlan() throws -> [UInt8] {
        let plan = Plan(
            format: RevisionContext.formatVersion, start: start, hole: hole, preceding: preceding,
            following: following, field: field, isDocumentTimestamp: isDocumentTimestamp)
        return [UInt8](try JSONEncoder().encode(plan))
    }

    /// Throws ``SigningError/unknownContextFormat(_:)`` for a plan of another version.
    public init(delta: [UInt8], encodedPlan: [UInt8]) throws {
        try self.init(delta: delta, Self.plan(encodedPlan))
    }

    /// The same from what was kept of the delta but for the hole.
    public init(opening: [UInt8], closing: [UInt8], encodedPlan: [UInt8]) throws {
        let plan = try Self.plan(encodedPlan)
        guard plan.hole.lowerBound - plan.start == opening.count, plan.hole.count > 1 else {
            throw SigningError.unsuitableBase("the plan does not fit the update")
        }
        let hole = HexadecimalHole.empty(room: (plan.hole.count - 2) / 2)
        try self.init(delta: opening + hole + closing, plan)
    }

    private static func plan(_ encoded: [UInt8]) throws -> Plan {
        let plan = try JSONDecoder().decode(Plan.self, from: Data(encoded))
        guard plan.format == RevisionContext.formatVersion else {
            throw SigningError.unknownContextFormat(plan.format)
        }
        return plan
    }

    private init(delta: [UInt8], _ plan: Plan) throws {
        // The hole is indexed without further checks.
        guard plan.hole.count > 1, plan.start >= 0, plan.hole.lowerBound >= plan.start,
            plan.hole.upperBound - plan.start <= delta.count
        else { throw SigningError.unsuitableBase("the plan does not fit the update") }
        self.delta = delta
        start = plan.start
        hole = plan.hole
        preceding = plan.preceding
        following = plan.following
        field = plan.field
        isDocumentTimestamp = plan.isDocumentTimestamp
    }
}
