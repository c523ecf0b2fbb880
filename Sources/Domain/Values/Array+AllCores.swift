extension Array where Element: Sendable {
    /// What is handed to a core at once.
    private static var share: Int { 16 }

    /// As `map` does it, on all cores; a few elements on the caller's. Of several failures that of
    /// the first element is thrown.
    package func mapOnAllCores<Made: Sendable>(
        _ make: @escaping @Sendable (Element) throws -> Made
    ) async throws -> [Made] {
        guard count > Self.share else { return try map(make) }
        return try await withThrowingTaskGroup(of: (Int, Result<[Made], any Error>).self) { group in
            for start in stride(from: 0, to: count, by: Self.share) {
                let part = self[start..<Swift.min(start + Self.share, count)]
                group.addTask { (start, Result { try part.map(make) }) }
            }
            var parts: [(start: Int, made: Result<[Made], any Error>)] = []
            for try await part in group { parts.append(part) }
            return try parts.sorted { $0.start < $1.start }.flatMap { try $0.made.get() }
        }
    }
}
