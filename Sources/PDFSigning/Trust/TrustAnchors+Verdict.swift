public import FoundationEssentials

extension TrustAnchors {
    /// Whether a chain was found, and if not, why.
    public enum Verdict: Hashable, Sendable {
        case trusted
        /// No trust anchor was given, or none was reached; one line.
        case noChain(String)
    }

    /// Builds and checks a path (RFC 5280 §6) as of a moment.
    public func verdict(
        on certificate: [UInt8], among others: [[UInt8]], at moment: Date = .now
    ) async -> Verdict {
        guard let leaf = ParsedCertificate(der: certificate),
            let finder = PathFinder(
                anchors: certificates, others: others.compactMap { ParsedCertificate(der: $0) })
        else { return .noChain("the signer's certificate cannot be read") }
        let path = finder.path(from: leaf, at: moment)
        return path.problem.map { .noChain($0.reason) } ?? .trusted
    }
}
