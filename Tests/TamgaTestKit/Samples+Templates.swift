public import Domain

extension Template {
    /// For a buyer, who fills in a place, and a reviewer after her.
    public static func sample(
        _ number: UInt8 = 50, title: String = "계약서", version: Int = 1,
        at createdAt: Instant = Sample.now, by author: User = Sample.author
    ) -> Template {
        Template(
            id: Sample.id(number), account: author.account,
            creator: Document.Author(user: author.id, name: author.name, email: author.email),
            title: title, createdAt: createdAt, version: version, isSequential: true,
            isFaceToFace: false, requiresApproval: true, period: SigningPeriod(days: 14),
            parties: [
                TemplateParty(
                    id: "buyer", number: 1, role: .signer(.simple), name: nil, contact: nil,
                    requests: [
                        AttachmentRequest(name: "신분증", description: "", isRequired: true)
                    ]),
                TemplateParty(
                    id: "legal", number: 2, role: .reviewer, name: "Юрист",
                    contact: .email(Sample.email("legal@example.org"))),
            ],
            fields: [
                Field(
                    id: "buyer-1", key: "city", position: 0, kind: .text(maximumLength: 20),
                    places: [Field.Place(page: 1, x: 72, y: 90.5, width: 200, height: 20)],
                    label: "City", isRequired: true, prefilled: .text("서울"))
            ],
            files: [ReadFile(file: NewFile(name: "a.pdf", blob: Sample.blob), facts: Sample.facts)],
            attachments: [NewFile(name: "terms.txt", blob: Sample.blob)])
    }
}
