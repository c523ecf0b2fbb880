import Domain

/// A party of a template's file: who is needed, and what that party fills.
struct TemplateSigner {
    private enum Role: String, CaseIterable {
        case signer = "SIGNATORY"
        case reviewer = "REVIEWER"
    }

    private enum Method: String, CaseIterable {
        case simple = "SIMPLE"
        case certificate = "CERTIFICATE"
    }

    private enum Certificate: String, CaseIterable {
        case personal, corporate
    }

    let party: TemplateParty
    let items: [TemplateItem]

    /// By index, which counts from 1 without gaps.
    static func all(_ member: TemplateMember) throws -> [TemplateSigner] {
        let elements = try member.elements()
        guard (1...NewDocument.recipientLimit).contains(elements.count) else {
            throw member.error("names nobody, or more than \(NewDocument.recipientLimit)")
        }
        let numbers = try numbers(elements)
        let inOrder = zip(numbers, elements).sorted { $0.0 < $1.0 }
        let signers = try inOrder.map { try TemplateSigner($1, index: $0) }
        guard signers.contains(where: { $0.party.role.method != nil }) else {
            throw member.error("names no SIGNATORY")
        }
        try check(signers, inOrder.map(\.1))
        return signers
    }

    private static func numbers(_ elements: [TemplateMember]) throws -> [Int] {
        var numbers: [Int] = []
        for (position, element) in elements.enumerated() {
            let index = TemplateMembers(try element.members(known, of: "a signer"))["index"]
            let number = try index.optionalInteger(in: 1...elements.count) ?? position + 1
            guard !numbers.contains(number) else {
                throw index.error("another signer is \(number) already")
            }
            numbers.append(number)
        }
        return numbers
    }

    /// Ids, keys by which a wire or a new version names things, belong to one thing each.
    private static func check(_ signers: [TemplateSigner], _ elements: [TemplateMember]) throws {
        var known: Set<String> = []
        for (signer, element) in zip(signers, elements)
        where !known.insert(signer.party.id).inserted {
            throw TemplateFileError("\(element.path).id", "\"\(signer.party.id)\" stands twice")
        }
        var fields: Set<String> = []
        let items = signers.flatMap(\.items)
        for item in items where !fields.insert(item.field.id).inserted {
            throw TemplateFileError("\(item.path).id", "\"\(item.field.id)\" stands twice")
        }
        guard items.count <= NewDocument.fieldLimit else {
            throw TemplateFileError("signer", "more than \(NewDocument.fieldLimit) items in all")
        }
    }

    private static let known = [
        "index", "id", "type", "sign_method", "certificate", "name", "contact", "items",
        "attach_files",
    ]

    private init(_ element: TemplateMember, index: Int) throws {
        let members = TemplateMembers(try element.members(Self.known, of: "a signer"))
        let id = try members["id"].optionalText(limit: 100) ?? "signer\(index)"
        let role = try Self.role(members)
        party = TemplateParty(
            id: id, number: index, role: role, name: try members["name"].optionalText(limit: 100),
            contact: try Self.contact(members["contact"]),
            requests: try members["attach_files"].elements().map(Self.request))
        guard role.method != nil || members["items"].isAbsent else {
            throw members["items"].error("a REVIEWER fills nothing")
        }
        items = try TemplateItem.all(members["items"], of: id, at: index - 1)
    }

    private static func role(_ members: TemplateMembers) throws -> RecipientRole {
        let role = try members["type"].optionalWord(Role.self) ?? .signer
        let method = try members["sign_method"].optionalWord(Method.self)
        let certificate = try members["certificate"].optionalWord(Certificate.self)
        if role == .reviewer, method != nil {
            throw members["sign_method"].error("a REVIEWER signs nothing")
        }
        if method != .certificate, certificate != nil {
            throw members["certificate"].error("belongs to sign_method CERTIFICATE alone")
        }
        switch (role, method ?? .simple, certificate) {
        case (.reviewer, _, _): return .reviewer
        case (.signer, .simple, _): return .signer(.simple)
        case (.signer, .certificate, .corporate): return .signer(.corporateCertificate)
        case (.signer, .certificate, _): return .signer(.personalCertificate)
        }
    }

    private static func contact(_ member: TemplateMember) throws -> Contact? {
        guard let text = try member.optionalText(limit: 320) else { return nil }
        guard let contact = Contact(text) else {
            throw member.error("is neither an e-mail address nor a telephone number")
        }
        return contact
    }

    private static func request(_ element: TemplateMember) throws -> AttachmentRequest {
        let members = TemplateMembers(
            try element.members(["name", "description", "required"], of: "a requested file"))
        return AttachmentRequest(
            name: try members["name"].text(limit: 255),
            description: try members["description"].optionalText(limit: 1_000) ?? "",
            isRequired: try members["required"].boolean(or: false))
    }
}
