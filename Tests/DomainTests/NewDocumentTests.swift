import TamgaTestKit
import Testing

@testable import Domain

@Suite("What a client asks for")
struct NewDocumentTests {
    static let valid = NewDocument(
        clientID: nil, name: "Договор", isSequential: false, language: .russian,
        recipients: [recipient("a@b")])

    static func recipient(_ email: String, number: Int? = nil, first: String = "Пётр")
        -> NewRecipient
    {
        NewRecipient(
            name: PersonName(lastName: "Петров", firstName: first),
            contact: .email(Sample.email(email)),
            number: number, role: .signer(.simple), access: .code, requiresVerification: false)
    }

    static let wrong: [(String, Refusal.Problem, @Sendable (inout NewDocument) -> Void)] = [
        ("name", .blank, { $0.name = " \n" }),
        ("name", .tooLong(limit: 500), { $0.name = String(repeating: "я", count: 501) }),
        ("name", .unprintable(character: "U+7"), { $0.name = "a\u{7}" }),
        ("id", .tooLong(limit: 255), { $0.clientID = String(repeating: "я", count: 256) }),
        ("signers", .countOutOfRange(minimum: 1, maximum: 100), { $0.recipients = [] }),
        (
            "signers", .countOutOfRange(minimum: 1, maximum: 100),
            { $0.recipients = (0...100).map { recipient("a\($0)@b") } }
        ),
        ("signers[1].email", .repeated, { $0.recipients.append(recipient("A@B")) }),
        ("signers[0].number", .negative, { $0.recipients = [recipient("a@b", number: -1)] }),
        (
            "signers[0].firstName", .tooLong(limit: 100),
            { $0.recipients = [recipient("a@b", first: String(repeating: "я", count: 101))] }
        ),
    ]

    @Test("a wrong field is refused by its path", arguments: wrong.indices)
    func refused(index: Int) {
        let (path, problem, spoil) = Self.wrong[index]
        var document = Self.valid
        spoil(&document)
        #expect(throws: Refusal.invalid(path: path, problem)) { try document.validate() }
    }

    @Test("a valid one passes")
    func passes() throws {
        try Self.valid.validate()
    }
}
