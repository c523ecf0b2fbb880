extension Template {
    /// Who acts, in the order in which the wire numbers them from 1: places in `parties`.
    var actingOrder: [Int] {
        parties.indices.filter { parties[$0].role.acts }.sorted {
            (parties[$0].number, $0) < (parties[$1].number, $1)
        }
    }

    /// The document that an order asks for. Throws ``Refusal/invalid(path:_:)`` with the order's
    /// own path for what the template does not have, and for what is missing in both.
    func document(
        _ order: TemplateOrder, _ materials: OrderMaterials
    ) throws(Refusal) -> NewDocument {
        try order.checkTitle()
        let chosen = try chosen(order)
        let recipients = try recipients(order, chosen, materials)
        let copies = try copies(order, beside: recipients)
        return NewDocument(
            clientID: order.clientID, name: order.title ?? title, isSequential: isSequential,
            language: .korean, terms: terms(order), recipients: recipients + copies,
            fields: try filled(order, chosen, materials),
            files: order.files.isEmpty ? files : order.files, attachments: attachments,
            isSentAtOnce: order.isSentAtOnce)
    }

    /// One person acts once; the same person may get a copy as well.
    private func recipients(
        _ order: TemplateOrder, _ chosen: [Int: PartyOrder], _ materials: OrderMaterials
    ) throws(Refusal) -> [NewRecipient] {
        var recipients: [NewRecipient] = []
        for (position, party) in parties.enumerated() {
            let path = path(of: position, order, chosen)
            let recipient = try recipient(party, chosen[position], at: path, materials)
            let isThere = recipients.contains {
                $0.contact == recipient.contact && $0.role.acts == recipient.role.acts
            }
            if isThere { throw .invalid(path: "\(path).contact", .repeated) }
            recipients.append(recipient)
        }
        return recipients
    }

    private func terms(_ order: TemplateOrder) -> Terms {
        Terms(
            isFaceToFace: isFaceToFace,
            requiresApproval: order.requiresApproval ?? requiresApproval, sendsWhenReady: false,
            period: period, redirect: order.redirect, template: id, bulk: order.bulk)
    }

    /// What the client says of each party, by its place.
    private func chosen(_ order: TemplateOrder) throws(Refusal) -> [Int: PartyOrder] {
        let acting = actingOrder
        var chosen: [Int: PartyOrder] = [:]
        for party in order.parties {
            let position: Int?
            switch party.reference {
            case .index(let index):
                position = index > 0 && index <= acting.count ? acting[index - 1] : nil
            case .id(let id): position = parties.firstIndex { $0.id == id }
            }
            guard let position else { throw .invalid(path: party.referencePath, .unknown) }
            guard chosen.updateValue(party, forKey: position) == nil else {
                throw .invalid(path: party.referencePath, .repeated)
            }
        }
        return chosen
    }

    /// Where the client has written of this party, or would have.
    private func path(
        of position: Int, _ order: TemplateOrder, _ chosen: [Int: PartyOrder]
    ) -> String {
        if let party = chosen[position] { return party.path }
        guard let place = actingOrder.firstIndex(of: position) else {
            return "\(order.path)cc_list"
        }
        return "\(order.path)signer[index=\(place + 1)]"
    }

    /// Those of the template, and those of the order.
    private func copies(
        _ order: TemplateOrder, beside recipients: [NewRecipient]
    ) throws(Refusal) -> [NewRecipient] {
        var seen = Set(recipients.filter { !$0.role.acts }.map(\.contact))
        let room = NewDocument.recipientLimit - recipients.count
        guard order.copies.count <= room else {
            throw .invalid(
                path: "\(order.path)cc_list", .countOutOfRange(minimum: 0, maximum: room))
        }
        for copy in order.copies where !seen.insert(copy.contact).inserted {
            throw .invalid(path: "\(copy.path).contact", .repeated)
        }
        let last = parties.map(\.number).max()
        return order.copies.map { copy in
            NewRecipient(
                name: PersonName(lastName: "", firstName: ""), contact: copy.contact,
                number: last, role: .carbonCopy, access: .link)
        }
    }
}

extension PartyOrder {
    fileprivate var referencePath: String {
        switch reference {
        case .index: "\(path).index"
        case .id: "\(path).id"
        }
    }
}

extension TemplateOrder {
    fileprivate func checkTitle() throws(Refusal) {
        if let title { try NewDocument.check(title, at: "\(path)title", limit: 500) }
        if let clientID, clientID.count > 255 {
            throw .invalid(path: "\(path)search_code", .tooLong(limit: 255))
        }
    }
}
