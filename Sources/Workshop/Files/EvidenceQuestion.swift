/// Evidence that lies elsewhere. A child has no network: it tells what it would ask for, its
/// parent asks, and another child goes on with the answers.
enum EvidenceQuestion: Codable, Hashable, Sendable {
    case revocationList(url: String)
    case ocspResponse(request: [UInt8], url: String)
    case certificate(url: String)
}

/// An answer, in a file: it may be large, and it is foreign.
struct EvidenceAnswer: Codable, Sendable {
    let question: EvidenceQuestion
    /// Nil where nobody answered.
    let file: String?
}
