import Domain
import FoundationEssentials

/// What the provider says to a beginning. It is foreign: nothing of it is believed unseen.
struct BeginAnswer: Decodable {
    let status: String
    /// Where the person goes on, if the provider has a page for it.
    let page: String?

    func step() throws -> IdentityStep {
        guard status == "started" else { throw IdentityUnavailable("no check was started") }
        guard let page else { return .elsewhere(page: nil) }
        guard page.utf8.count <= 2_048, let url = URLComponents(string: page),
            url.scheme?.lowercased() == "https", url.host?.isEmpty == false, url.user == nil
        else { throw IdentityUnavailable("the provider's page is no https URL") }
        return .elsewhere(page: page)
    }
}

/// What the provider says to an answer.
struct ConfirmAnswer: Decodable {
    let status: String
    let provider: String?
    let legalProof: Bool?

    func verdict() throws -> IdentityVerdict {
        switch status {
        case "denied": return .denied
        case "confirmed": return .confirmed(try proof())
        default: throw IdentityUnavailable("the provider neither confirmed nor denied")
        }
    }

    /// The name goes into evidence: one printable line.
    private func proof() throws -> IdentityProof {
        guard let provider, (1...100).contains(provider.unicodeScalars.count),
            provider.contains(where: { !$0.isWhitespace }),
            provider.unicodeScalars.allSatisfy(Self.isPrintable)
        else { throw IdentityUnavailable("the provider does not say who it is") }
        return IdentityProof(provider: provider, isLegalProof: legalProof ?? false)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            false
        default: true
        }
    }
}

/// An answer of the expected shape; members beside those that are known are left alone.
func decoded<Answer: Decodable>(_ body: [UInt8]) throws -> Answer {
    do {
        return try JSONDecoder().decode(Answer.self, from: Data(body))
    } catch {
        throw IdentityUnavailable("the provider's answer is not what was asked for")
    }
}
