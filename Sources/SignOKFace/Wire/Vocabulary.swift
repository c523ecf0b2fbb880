import Domain

/// Codes and labels of a document's states. The vendor documents `ESC001` (진행) alone; the others
/// are ours, and an operator may replace any (contract, Vocabulary).
public struct Vocabulary: Equatable, Sendable {
    /// A state of the wire.
    public enum State: String, CaseIterable, Sendable {
        case draft, signing, completed, declined, revoked, expired
        /// All have signed, and the requester's approval is awaited.
        case approval
    }

    /// What clients are told of a state.
    public struct Entry: Equatable, Sendable {
        public let code: String
        public let label: String

        public init(code: String, label: String) {
            self.code = code
            self.label = label
        }
    }

    private let replaced: [State: Entry]

    /// The contract's own.
    public init() {
        replaced = [:]
    }

    /// The contract's own but for these; `nil` where a code or label is blank, or a code would
    /// mean two states.
    public init?(replacing replaced: [State: Entry]) {
        self.replaced = replaced
        let entries = State.allCases.map { self[$0] }
        let areFilled = entries.allSatisfy { entry in
            [entry.code, entry.label].allSatisfy { !$0.allSatisfy(\.isWhitespace) }
        }
        guard areFilled, Set(entries.map(\.code)).count == entries.count else { return nil }
    }

    public subscript(state: State) -> Entry { replaced[state] ?? Self.builtIn(state) }

    private static func builtIn(_ state: State) -> Entry {
        switch state {
        case .draft: Entry(code: "ESC000", label: "작성")
        case .signing: Entry(code: "ESC001", label: "진행")
        case .completed: Entry(code: "ESC002", label: "완료")
        case .declined: Entry(code: "ESC003", label: "거절")
        case .revoked: Entry(code: "ESC004", label: "취소")
        case .expired: Entry(code: "ESC005", label: "만료")
        case .approval: Entry(code: "ESC006", label: "승인대기")
        }
    }
}

extension Vocabulary {
    subscript(stage: DocumentStage) -> Entry { self[stage.wireState] }

    /// The stages that a code stands for, none for a state that no document is in.
    func stages(code: String, at path: String) throws(Refusal) -> Set<DocumentStage> {
        guard let state = State.allCases.first(where: { self[$0].code == code }) else {
            throw .invalid(path: path, .notOneOf(State.allCases.map { self[$0].code }))
        }
        return Set(DocumentStage.allCases.filter { $0.wireState == state })
    }
}

extension DocumentStage {
    /// `sealing` is not told apart: all have signed, and the file is not there yet.
    fileprivate var wireState: Vocabulary.State {
        switch self {
        case .draft: .draft
        case .signing, .sealing: .signing
        case .awaitingApproval: .approval
        case .completed: .completed
        case .declined: .declined
        case .revoked: .revoked
        case .expired: .expired
        }
    }
}
