import Crypto
import TamgaTestKit
import Testing

@testable import Domain

@Suite("Values")
struct ValueTests {
    @Test(
        "addresses are told from other texts",
        arguments: [
            ("a@b", true), ("demo+petr@lightdoc.io", true), ("иван@почта.рф", true),
            ("a.b-c_d@x-y.example", true), ("", false), ("a", false), ("@b", false),
            ("a@", false), ("a@b@c", false), ("a b@c", false), ("a@b..c", false),
            ("a@b\r\nBcc: c@d", false), ("a\r\n@b", false), (".a@b", false), ("a@-b", false),
            ("<a@b>", false), ("a,b@c", false),
        ])
    func addresses(text: String, isAddress: Bool) {
        #expect((EmailAddress(text) != nil) == isAddress)
    }

    @Test("addresses are compared without regard to case")
    func sameAddress() {
        #expect(Sample.email("Anna@Example.NET") == Sample.anna.email)
    }

    @Test("a token's secret is recognised by prefix and checksum")
    func tokens() throws {
        let secret = TokenSecret(random: Array(0..<32))
        #expect(secret.text.hasPrefix("tamga_"))
        #expect(TokenSecret(secret.text)?.hash == secret.hash)
        #expect(TokenSecret(secret.text + "0") == nil)
        #expect(TokenSecret(String(secret.text.dropLast()) + "!") == nil)
    }

    @Test("a link's code has 26 characters and follows document, party, round and generation")
    func links() {
        func code(_ document: UInt8, _ recipient: UInt8, _ round: Int, _ generation: Int) -> String
        {
            Sample.links.code(
                document: Sample.id(document), party: .recipient(Sample.id(recipient)),
                round: round,
                generation: generation)
        }
        let codes = [
            code(1, 2, 1, 0), code(2, 2, 1, 0), code(1, 1, 1, 0), code(1, 2, 2, 0),
            code(1, 2, 1, 1),
        ]
        #expect(codes.allSatisfy { $0.count == 26 })
        #expect(Set(codes).count == codes.count)
        #expect(codes[0] == code(1, 2, 1, 0))
    }

    @Test("a password is matched by its own hash alone")
    func passwords() throws {
        let hash = try PasswordHash.make(of: "correct horse", salt: Array(0..<16))
        let stored = try #require(PasswordHash(hash.text))
        #expect(try stored.matches("correct horse"))
        #expect(try !stored.matches("correct horsf"))
    }

    @Test("a door's password is matched under the key that made its hash alone")
    func doorPasswords() throws {
        let hash = try Sample.links.passwordHash(of: "1234", salt: Array(0..<16)).text
        let other = LinkKey(SymmetricKey(data: Array("another key".utf8)))
        #expect(try Sample.links.accepts("1234", hash))
        #expect(try !Sample.links.accepts("1235", hash))
        #expect(try !other.accepts("1234", hash))
        #expect(try PasswordHash(hash)?.matches("1234") == false)
    }

    @Test(
        "a common name over 64 characters loses its suffix first",
        arguments: [
            ("Иванов Иван", "Chrome", "Иванов Иван at the Chrome"),
            ("Иванов Иван", "", "Иванов Иван"),
            (
                "Иванов Иван", String(repeating: "x", count: 80),
                "Иванов Иван at the " + String(repeating: "x", count: 45)
            ),
            (String(repeating: "я", count: 70), "Chrome", String(repeating: "я", count: 64)),
        ])
    func commonNames(name: String, agent: String, expected: String) {
        #expect(ConfirmCertificate.commonName(name, agent: agent) == expected)
    }

    @Test(
        "a GUID is read in any case, and nothing else is",
        arguments: [
            ("EAD61586-9E50-4996-B3E4-64F6D8133D03", true),
            ("ead61586-9e50-4996-b3e4-64f6d8133d03", true), ("", false),
            ("EAD61586-9E50-4996-B3E4-64F6D8133D0", false),
            ("EAD61586-9E50-4996-B3E4-64F6D8133D033", false),
            ("EAD615869E504996B3E464F6D8133D03", false),
            ("EAD61586-9E50-4996-B3E4-64F6D8133DXX", false),
            ("{AD61586-9E50-4996-B3E4-64F6D8133D0}", false),
        ])
    func identifiers(text: String, isGUID: Bool) {
        #expect(DocumentID(text)?.description == (isGUID ? text.uppercased() : nil))
    }

    @Test("a name is read as last name, first name and the rest")
    func names() {
        #expect(PersonName("  Ким  ")?.full == "Ким")
        #expect(PersonName("Иванов Иван Иван оглы")?.patronymic == "Иван оглы")
        #expect(PersonName(" \t") == nil)
    }

    @Test("ids of one moment begin with its milliseconds and are of version 7")
    func momentaryIDs() throws {
        // RFC 9562, appendix A.6.
        let at = Instant(microseconds: 1_645_557_742_000_999)
        let ids: [DocumentID] = StubRandomness().identifiers(1_000, at: at)
        #expect(ids.allSatisfy { "\($0)".hasPrefix("017F22E2-79B0-7") })
        #expect(ids.allSatisfy { "89AB".contains(Array("\($0)")[19]) })
        #expect(Set(ids).count == 1_000)
    }
}
