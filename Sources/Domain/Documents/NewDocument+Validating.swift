extension NewDocument {
    /// Of signers, reviewers and those who get a copy together.
    public static let recipientLimit = 100
    public static let fieldLimit = 5_000

    /// The limits of the contracts; a path names the field as LightDoc spells it.
    func validate() throws(Refusal) {
        try Self.check(name, at: "name", limit: 500)
        if let clientID, clientID.count > 255 {
            throw .invalid(path: "id", .tooLong(limit: 255))
        }
        guard recipients.count <= Self.recipientLimit,
            recipients.contains(where: { $0.role.method != nil })
        else {
            throw .invalid(
                path: "signers", .countOutOfRange(minimum: 1, maximum: Self.recipientLimit))
        }
        try validateRecipients()
        guard fields.count <= Self.fieldLimit else {
            throw .invalid(
                path: "items", .countOutOfRange(minimum: 0, maximum: Self.fieldLimit))
        }
    }

    /// One person acts once; the same person may get a copy as well.
    private func validateRecipients() throws(Refusal) {
        var seen: [Bool: Set<Contact>] = [:]
        for (index, recipient) in recipients.enumerated() {
            try recipient.validate(at: "signers[\(index)]")
            guard seen[recipient.role.acts, default: []].insert(recipient.contact).inserted else {
                throw .invalid(path: "signers[\(index)].email", .repeated)
            }
        }
    }

    static func check(_ text: String, at path: String, limit: Int) throws(Refusal) {
        guard !text.isBlank else { throw .invalid(path: path, .blank) }
        try checkShape(of: text, at: path, limit: limit)
    }

    static func checkShape(of text: String, at path: String, limit: Int) throws(Refusal) {
        guard text.utf8.count <= limit || text.count <= limit else {
            throw .invalid(path: path, .tooLong(limit: limit))
        }
        if let control = text.unicodeScalars.first(where: \.isControl) {
            throw .invalid(path: path, .unprintable(control))
        }
    }
}

extension String {
    fileprivate var isBlank: Bool {
        !utf8.contains { (0x21...0x7E).contains($0) } && allSatisfy(\.isWhitespace)
    }
}

extension Unicode.Scalar {
    /// Cc of Unicode, a stable set.
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}

extension NewRecipient {
    /// Whose name is asked for has one; that it has two words is a matter of the wire.
    fileprivate func validate(at path: String) throws(Refusal) {
        if role.acts { try NewDocument.check(name.lastName, at: "\(path).lastName", limit: 100) }
        try NewDocument.checkShape(of: name.firstName, at: "\(path).firstName", limit: 100)
        if let patronymic = name.patronymic {
            try NewDocument.check(patronymic, at: "\(path).patronymic", limit: 100)
        }
        if let number, number < 0 { throw .invalid(path: "\(path).number", .negative) }
    }
}
