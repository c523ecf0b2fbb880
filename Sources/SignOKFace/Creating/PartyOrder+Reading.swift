import Domain
import HTTPCommon

extension PartyOrder {
    init(_ field: JSONField) throws(Refusal) {
        self.init(
            path: field.path, reference: try Self.reference(field),
            name: try field.member("name").looseText().flatMap(PersonName.init),
            contact: try Self.contact(field), checks: try CheckOrder(field.member("auth")),
            memo: try field.member("memo").looseText(),
            entries: try field.member(of: "items", "item").optionalElements()?
                .map(EntryOrder.init) ?? [])
    }

    private static func reference(_ field: JSONField) throws(Refusal) -> PartyReference {
        if let index = try field.member("index").looseNumber() { return .index(index) }
        guard let id = try field.member("id").looseText() else {
            throw try field.member("index").missing
        }
        return .id(id)
    }

    /// Version 1 has a member for each kind.
    private static func contact(_ field: JSONField) throws(Refusal) -> Contact? {
        if let contact = try field.member("contact").contact() { return contact }
        let email = try field.member("email")
        if let contact = try email.contact() {
            guard contact.email != nil else { throw email.malformed }
            return contact
        }
        let mobile = try field.member("mobile")
        guard let contact = try mobile.contact() else { return nil }
        guard contact.phone != nil else { throw mobile.malformed }
        return contact
    }
}

extension CopyOrder {
    init(_ field: JSONField) throws(Refusal) {
        let member = try field.member("contact")
        guard let contact = try member.contact() else { throw member.missing }
        self.init(path: field.path, contact: contact)
    }
}

extension CheckOrder {
    /// `nil` where nothing is asked.
    init?(_ field: JSONField) throws(Refusal) {
        if field.isAbsent { return nil }
        let password = try field.member("password").looseText(limit: 100)
        let phoneName = try field.member("hp").looseText(limit: 100)
        let appName = try field.member("simple").looseText(limit: 100)
        let number = try Self.businessNumber(field.member("biz_no"))
        guard [password, phoneName, appName, number].contains(where: { $0 != nil }) else {
            return nil
        }
        self.init(
            path: field.path, password: password, phoneName: phoneName, appName: appName,
            businessNumber: number)
    }

    /// Ten digits, with hyphens or without.
    private static func businessNumber(_ field: JSONField) throws(Refusal) -> String? {
        guard let text = try field.looseText() else { return nil }
        let digits = text.filter { $0 != "-" }
        guard digits.utf8.count == 10, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { throw field.malformed }
        return digits
    }
}

extension JSONField {
    fileprivate func contact() throws(Refusal) -> Contact? {
        guard let text = try looseText() else { return nil }
        guard let contact = Contact(text) else { throw malformed }
        return contact
    }
}
