extension Document {
    /// The author, or a colleague whose token reaches the account's documents.
    public func isAuthorSide(_ actor: Actor) -> Bool {
        actor.isAuthorSide(of: account, author.user)
    }

    /// Author side, or a signer whose step was reached once the document had left Draft.
    public func isVisible(to actor: Actor) -> Bool {
        isAuthorSide(actor) || recipient(of: actor.user)?.turn?.isReached == true
    }

    /// Whether somebody who is signed in may read what is in it: the author side from the first,
    /// others once it is signed. Before, a recipient's link asks what is to be asked.
    public func isReadable(by actor: Actor) -> Bool {
        guard state.status != .deleted else { return false }
        return isAuthorSide(actor) || (state.status == .signed && isVisible(to: actor))
    }

    /// The row of this person, known by e-mail: the one that acts before the one with a copy.
    public func recipient(of user: User) -> Recipient? {
        let rows = recipients.filter { $0.contact == .email(user.email) }
        return rows.first(where: \.role.acts) ?? rows.first
    }

    /// Those who sign, in the author's order.
    public var signers: [Recipient] { recipients.filter { $0.role.method != nil } }

    public subscript(recipient id: RecipientID) -> Recipient? {
        recipients.first { $0.id == id }
    }
}
