/// A recipient's part in one round.
public struct Turn: Equatable, Sendable {
    /// The id by which the LightDoc API names this signature: within signed 32 bits, from 1.
    public let context: Int32
    /// The signature field in the file that is this recipient's; a signer has one.
    public let field: String?
    public internal(set) var progress: Progress
    public internal(set) var gate: AccessGate
    /// Files handed in, by the place of their request, from 0.
    public internal(set) var submissions: [Int: NewFile]

    public enum Progress: Equatable, Sendable {
        /// The step is not reached.
        case waiting
        case notified(at: Instant)
        case opened(at: Instant)
        /// A signer has signed.
        case approved(Approval)
        /// A reviewer lets the document pass.
        case reviewed(at: Instant)
        /// A signer declines, a reviewer sends back.
        case rejected(at: Instant, reason: String)
    }

    public init(
        context: Int32, field: String?, progress: Progress, gate: AccessGate = AccessGate(),
        submissions: [Int: NewFile] = [:]
    ) {
        self.context = context
        self.field = field
        self.progress = progress
        self.gate = gate
        self.submissions = submissions
    }

    /// The step is reached and neither a signature nor a refusal was given.
    public var isOpen: Bool {
        switch progress {
        case .notified, .opened: true
        case .waiting, .approved, .reviewed, .rejected: false
        }
    }

    public var isReached: Bool { progress != .waiting }

    /// What the round waits for was done.
    public var isDone: Bool {
        switch progress {
        case .approved, .reviewed: true
        case .waiting, .notified, .opened, .rejected: false
        }
    }

    public var approval: Approval? {
        if case .approved(let approval) = progress { approval } else { nil }
    }
}
