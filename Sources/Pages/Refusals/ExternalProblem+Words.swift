import Domain
import Words

extension Words {
    /// Those facts that are numbers of bytes, as people read them.
    func sizes(in facts: [String: String]) -> [String: String] {
        facts.filter { ["measured", "room"].contains($0.key) }
            .compactMapValues { Int($0).map(size(byteCount:)) }
    }

    func sentence(of problem: ExternalProblem) -> String {
        let key = "refusal.external.\(problem.name)"
        guard case .roomExceeded(let measured, let room) = problem else { return self[key] }
        return self(key, sizes(in: ["measured": String(measured), "room": String(room)]))
    }
}
