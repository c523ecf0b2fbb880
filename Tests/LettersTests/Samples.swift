import Crypto

@testable import Domain
@testable import Letters

extension LetterWriter {
    static let sample = LetterWriter(
        linkKey: .sample, codeKey: .sample,
        addresses: PublicAddresses(base: "https://sign.example/"))
}

extension LinkKey {
    static let sample = LinkKey(SymmetricKey(data: [UInt8](repeating: 1, count: 32)))
}

extension CodeKey {
    static let sample = CodeKey(SymmetricKey(data: [UInt8](repeating: 2, count: 32)))
}

extension Identifier {
    static var sample: Identifier {
        Identifier("0F8FAD5B-D9CB-469F-A165-70867728950E").unsafelyUnwrapped
    }
}

extension Notice.Link {
    static let sample = Notice.Link(
        document: .sample, party: .recipient(.sample), round: 1, generation: 0)
}

extension Notice.Kind {
    static let samples: [Notice.Kind] = [
        .invitation(.sample), .yourTurn(.sample), .link(.sample), .signingCode(.sample, .sample),
        .accessCode(.sample, .sample), .certificateCode(.sample), .signedBy(name: "Ким Ён"),
        .declinedBy(name: "Ким Ён", reason: "нет"), .completed(.sample), .completed(nil), .revoked,
        .deleted, .editing, .reviewRequest(.sample), .copy(.sample),
        .reminder(.sample, until: Instant(seconds: 1_795_000_000)), .approvalRequest(.sample),
        .accessLocked(name: "Ким Ён"), .expired,
    ]
}

extension Notice {
    static func sample(
        _ kind: Kind, language: Language = .english, documentName: String? = "Договор № 7"
    ) -> Notice {
        Notice(
            kind: kind, contact: .email(EmailAddress("ivan@example.com").unsafelyUnwrapped),
            name: PersonName(lastName: "Иванов", firstName: "Иван"), language: language,
            document: documentName.map {
                Document(id: .sample, name: $0, author: "Петров Пётр")
            })
    }
}
