extension Document {
    /// The author, or a colleague whose token reaches the account's documents.
    public func isAuthorSide(_ actor: Actor) -> Bool {
        author.user == actor.user.id
            || (account == actor.user.account && actor.permissions.contains(.accountDocuments))
    }

    /// Author side, or a signer whose step was reached once the document had left Draft.
    public func isVisible(to actor: Actor) -> Bool {
        isAuthorSide(actor) || recipient(of: actor.user)?.turn?.isReached == true
    }

    /// The row of this person, known by e-mail.
    public func recipient(of user: User) -> Recipient? {
        recipients.first { $0.email == user.email }
    }

    public subscript(recipient id: RecipientID) -> Recipient? {
        recipients.first { $0.id == id }
    }
}
