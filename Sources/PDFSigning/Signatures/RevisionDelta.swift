/// A finished incremental update: the bytes to append, and what the next update must know.
public struct RevisionDelta: Hashable, Sendable {
    public let bytes: [UInt8]
    public let context: RevisionContext

    public init(bytes: [UInt8], context: RevisionContext) {
        self.bytes = bytes
        self.context = context
    }
}
