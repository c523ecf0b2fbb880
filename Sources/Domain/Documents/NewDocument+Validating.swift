extension NewDocument {
    public static let signerLimit = 100

    /// The limits of the contract; a path names the field as every wire spells it.
    func validate() throws(Refusal) {
        try Self.check(name, at: "name", limit: 500)
        if let clientID, clientID.count > 255 {
            throw .invalid(path: "id", .tooLong(limit: 255))
        }
        guard (1...Self.signerLimit).contains(recipients.count) else {
            throw .invalid(
                path: "signers", .countOutOfRange(minimum: 1, maximum: Self.signerLimit))
        }
        var seen: Set<EmailAddress> = []
        for (index, recipient) in recipients.enumerated() {
            try recipient.validate(at: "signers[\(index)]")
            guard seen.insert(recipient.email).inserted else {
                throw .invalid(path: "signers[\(index)].email", .repeated)
            }
        }
    }

    static func check(_ text: String, at path: String, limit: Int) throws(Refusal) {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .invalid(path: path, .blank) }
        guard text.count <= limit else { throw .invalid(path: path, .tooLong(limit: limit)) }
        if let control = text.unicodeScalars.first(where: {
            $0.properties.generalCategory == .control
        }) {
            throw .invalid(
                path: path, .unprintable(character: "U+" + String(control.value, radix: 16)))
        }
    }
}

extension NewRecipient {
    fileprivate func validate(at path: String) throws(Refusal) {
        try NewDocument.check(name.firstName, at: "\(path).firstName", limit: 100)
        try NewDocument.check(name.lastName, at: "\(path).lastName", limit: 100)
        if let patronymic = name.patronymic {
            try NewDocument.check(patronymic, at: "\(path).patronymic", limit: 100)
        }
        if let number, number < 0 { throw .invalid(path: "\(path).number", .negative) }
    }
}
