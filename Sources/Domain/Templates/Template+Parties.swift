extension Template {
    /// A party as the client says, and as the template says otherwise.
    func recipient(
        _ party: TemplateParty, _ order: PartyOrder?, at path: String, _ materials: OrderMaterials
    ) throws(Refusal) -> NewRecipient {
        guard let contact = order?.contact ?? party.contact else {
            throw .invalid(path: "\(path).contact", .missing)
        }
        let name = order?.name ?? party.name.flatMap(PersonName.init)
        if party.role.acts {
            guard let name else { throw .invalid(path: "\(path).name", .missing) }
            try name.check(at: "\(path).name")
        }
        if let memo = order?.memo, memo.count > Self.memoLimit {
            throw .invalid(path: "\(path).memo", .tooLong(limit: Self.memoLimit))
        }
        return NewRecipient(
            name: name ?? PersonName(lastName: "", firstName: ""), contact: contact,
            number: party.number, role: party.role,
            access: try access(to: party, contact, order?.checks, materials), memo: order?.memo,
            requests: party.requests)
    }

    private static var memoLimit: Int { 1_000 }

    /// Whoever signs shows that the link is theirs; where all meet, each by a code of their own,
    /// for the device is the requester's.
    private func access(
        to party: TemplateParty, _ contact: Contact, _ order: CheckOrder?,
        _ materials: OrderMaterials
    ) throws(Refusal) -> AccessRule {
        if let order, party.role.acts {
            try order.check(for: contact)
            return .checks(order.checks(materials))
        }
        return switch party.role {
        case .reviewer, .carbonCopy: .link
        case .signer(let method): isFaceToFace && !method.isExternal ? .code : .contact
        }
    }
}

extension PersonName {
    fileprivate func check(at path: String) throws(Refusal) {
        for word in [lastName, firstName, patronymic ?? ""] {
            try NewDocument.checkShape(of: word, at: path, limit: 100)
        }
    }
}

extension CheckOrder {
    /// The names belong to telephones, the business number to an address (contract SignOK, row 13).
    fileprivate func check(for contact: Contact) throws(Refusal) {
        if phoneName != nil, contact.phone == nil {
            throw .invalid(path: "\(path).hp", .unsupported)
        }
        if appName != nil, contact.phone == nil {
            throw .invalid(path: "\(path).simple", .unsupported)
        }
        if businessNumber != nil, contact.phone != nil {
            throw .invalid(path: "\(path).biz_no", .unsupported)
        }
    }

    fileprivate func checks(_ materials: OrderMaterials) -> AccessChecks {
        AccessChecks(
            passwordHash: password.map(materials.hash), phoneName: phoneName, appName: appName,
            businessNumber: businessNumber)
    }
}
