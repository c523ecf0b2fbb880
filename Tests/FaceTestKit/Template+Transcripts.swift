public import Domain
public import TamgaTestKit
import Testing

extension StubWorld {
    /// Keeps one of the templates below, for the sample's author, whose account is made known.
    public func addTemplate(_ name: String) async throws -> Template {
        _ = try await token(of: Sample.author)
        let blob = try await archive.store(Array("%PDF-1.7\n".utf8))
        let file = ReadFile(file: NewFile(name: "a.pdf", blob: blob), facts: Sample.facts)
        let template = try #require(Template.named(name, file: file))
        try await ports.templates.add(template)
        return template
    }
}

/// Templates that transcripts speak of by name; each has a file of two pages.
extension Template {
    fileprivate static func named(_ name: String, file: ReadFile) -> Template? {
        switch name {
        case "meeting": .meeting(file)
        case "lease": .lease(file)
        default: nil
        }
    }

    /// What the vendor's sample of a document was made from: all meet, and one signs.
    private static func meeting(_ file: ReadFile) -> Template {
        template(
            60, "title", isSequential: false, isFaceToFace: true,
            parties: [TemplateParty(id: "signer", number: 1, role: .signer(.simple))],
            fields: [
                field("alias-text", nil, 0, .text(maximumLength: nil), "ALIAS"),
                field("alias-stamp", "org_stamp", 0, .stamp, "ALIAS"),
            ], file)
    }

    /// Everything at once: fields of every kind, a reviewer, a certificate, files asked and sent.
    private static func lease(_ file: ReadFile) -> Template {
        template(
            61, "임대차계약서", isSequential: true, isFaceToFace: false,
            parties: [
                TemplateParty(
                    id: "tenant", number: 1, role: .signer(.simple),
                    requests: [AttachmentRequest(name: "신분증", description: "앞면", isRequired: false)]
                ),
                TemplateParty(
                    id: "legal", number: 2, role: .reviewer, name: "법무팀",
                    contact: .email(Sample.boris.email)),
                TemplateParty(id: "landlord", number: 3, role: .signer(.personalCertificate)),
            ],
            fields: [
                field("city-1", "city", 0, .text(maximumLength: 5), "City"),
                field("city-2", "city", 2, .text(maximumLength: 5), "City", page: 2),
                field("agree", "agree", 0, .checkbox, "Agreed"),
                field("kind", "kind", 0, .selectBox(options: ["월세", "전세"]), "Kind"),
                field("pay", "pay", 0, .radio(options: ["현금", "카드"]), "Payment"),
                field("seal-1", "seal", 0, .stamp, "Seal"),
                field("seal-2", "seal2", 2, .stamp, "Seal", page: 2),
            ], file)
    }

    private static func template(
        _ number: UInt8, _ title: String, isSequential: Bool, isFaceToFace: Bool,
        parties: [TemplateParty], fields: [Field], _ file: ReadFile
    ) -> Template {
        let author = Sample.author
        return Template(
            id: Sample.id(number), account: author.account,
            creator: Document.Author(user: author.id, name: author.name, email: author.email),
            title: title, createdAt: Sample.now, version: 1, isSequential: isSequential,
            isFaceToFace: isFaceToFace, requiresApproval: isSequential,
            period: isSequential ? SigningPeriod(days: 14) : nil, parties: parties,
            fields: fields, files: [file],
            attachments: isSequential ? [NewFile(name: "terms.txt", blob: file.file.blob)] : [])
    }

    private static func field(
        _ id: String, _ key: String?, _ position: Int, _ kind: Field.Kind, _ label: String,
        page: Int = 1
    ) -> Field {
        let place = Field.Place(page: page, x: 72, y: 90, width: 120, height: 40)
        let places: [Field.Place] =
            if case .radio(let options) = kind { options.map { _ in place } } else { [place] }
        return Field(
            id: id, key: key, position: position, kind: kind, places: places, label: label,
            isRequired: true, prefilled: nil)
    }
}
