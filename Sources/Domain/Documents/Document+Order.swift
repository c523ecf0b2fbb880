extension Document {
    /// Signers and reviewers in the order in which they act, then in the author's.
    public var actingInOrder: [Recipient] {
        recipients.filter(\.role.acts).sorted { ($0.step, $0.position) < ($1.step, $1.position) }
    }

    /// Those who may look, in the author's order.
    public var copied: [Recipient] { recipients.filter { !$0.role.acts } }
}
