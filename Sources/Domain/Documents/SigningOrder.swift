/// The order in which people sign (contract LightDoc, POST /v1/documents).
enum SigningOrder {
    /// For each recipient the number that clients are told and the step of the round.
    ///
    /// Sequential: numbers all equal or absent mean 1…n by position; otherwise ascending, equal
    /// numbers sharing a step. Parallel: one step; numbers as given, else 1…n.
    static func arrange(_ given: [Int?], isSequential: Bool) -> [(number: Int, step: Int)] {
        guard isSequential else {
            return given.enumerated().map { ($1 ?? $0 + 1, 1) }
        }
        let numbers = given.map { $0 ?? 0 }
        let steps = Set(numbers).sorted()
        guard steps.count > 1 else { return given.indices.map { ($0 + 1, $0 + 1) } }
        return numbers.map { number in (number, (steps.firstIndex(of: number) ?? 0) + 1) }
    }
}
