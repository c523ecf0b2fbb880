import Domain

/// So many at once; whoever comes while all places are taken is told to come again.
///
/// It keeps strangers from taking the disk and the children that others wait for.
actor Places {
    private var free: Int

    init(count: Int) {
        free = count
    }

    nonisolated func use<Result: Sendable>(
        _ body: () async throws -> Result
    ) async throws -> Result {
        try await take()
        do {
            let result = try await body()
            await giveBack()
            return result
        } catch {
            await giveBack()
            throw error
        }
    }

    private func take() throws(Refusal) {
        guard free > 0 else { throw .busy }
        free -= 1
    }

    private func giveBack() {
        free += 1
    }
}
