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
        let plan = try JSONDecoder().decode(Plan.self, from: Data(encodedPlan))
        guard plan.format == RevisionContext.formatVersion else {
            throw SigningError.unknownContextFormat(plan.format)
        }
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
