import Domain
import HTTPTypes
import Words

extension ExternalProblem {
    var status: HTTPResponse.Status {
        switch self {
        case .uploadTooLarge: .contentTooLarge
        case .roomExceeded: .conflict
        case .unreadable, .severalSigners, .embeddedContent, .unsupported, .weakAlgorithm,
            .otherBytes, .signatureWrong, .certificateMissing, .otherCertificateNamed,
            .wrongUsage, .untrusted, .notYetValid, .expired, .revoked, .revocationUnknown,
            .businessNumberMissing, .otherBusiness:
            .badRequest
        }
    }
}

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
