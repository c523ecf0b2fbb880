import Domain
import Testing
import Words

/// What a history is made of, held against the catalogues.
@Suite("Words for a document's history")
struct AuditTrailWordsTests {
    /// Phrases of which there is one for each case of something in the domain.
    static let keys: [String] =
        AuditEvent.Kind.allCases.map { "timeline.\($0.rawValue)" }
        + FileTrouble.allCases.map { "trouble.\($0.rawValue)" }
        + DocumentStatus.allCases.map { "status.\($0.rawValue)" }
        + SignatureMethod.allCases.map { "certificate.method.\($0.rawValue)" }
        + Approval.Confirmation.allCases.map { "certificate.confirmed.\($0.rawValue)" }
        + AccessStep.allCases.map { "audit.step.\($0.rawValue)" }

    @Test("no case lacks its phrase", arguments: Words.tags)
    func complete(tag: String) {
        #expect(Self.keys.filter { !Words(tag).has($0) } == [])
    }
}
