import TamgaTestKit
import Testing

@testable import Domain

@Suite("Audit trail")
struct AuditTests {
    @Test("every committed transition has rows that chain on the one before")
    func chain() throws {
        let document = try Stage.draft()
        let change = try document.acting(
            .deleteDraft, by: Sample.author, links: Sample.links, at: now)
        let row = try #require(change.audit.first)
        #expect(row.sequence == document.audit.count + 1)
        #expect(row.hash == AuditRow.hash(of: row.body, after: document.audit.head))
        #expect(change.after.audit.head == row.hash)
    }

    @Test("an edited row no longer has its hash")
    func tampered() throws {
        let (row, _) = AuditRow.append(
            AuditEvent(.revoked, by: .system), to: .start(at: now), document: Sample.id(1), at: now)
        let forged = row.body.replacing("revoked", with: "opened")
        #expect(AuditRow.hash(of: forged, after: ContentHash(of: [])) != row.hash)
    }

    @Test("times never decrease, whatever the clock does")
    func monotonic() {
        let (_, cursor) = AuditRow.append(
            AuditEvent(.sent, by: .system), to: .start(at: now), document: Sample.id(1), at: now)
        let (row, _) = AuditRow.append(
            AuditEvent(.revoked, by: .system), to: cursor, document: Sample.id(1),
            at: now.adding(seconds: -3_600))
        #expect(row.at == now)
    }

    @Test("canonical JSON sorts members and escapes as RFC 8785 does")
    func canonical() {
        let json = CanonicalJSON.object([
            "b": .integer(-1), "a": .string("\"\\\n\u{1F}\u{7F}é/"), "": .object([:]),
        ])
        #expect(json.text == "{\"\":{},\"a\":\"\\\"\\\\\\n\\u001f\u{7F}é/\",\"b\":-1}")
    }

    @Test(
        "a row is read as it was written, whatever stands in it",
        arguments: ["", "\u{0}\u{1F}\n\t\r\u{8}\u{C}", "\"\\/", "김 é 🖋", "{\"a\":1}"])
    func read(text: String) throws {
        let event = AuditEvent(
            .declined, by: .recipient(Sample.id(3), .email(Sample.anna.email)),
            ["reason": text, text: "fact"])
        let (row, _) = AuditRow.append(
            event, to: .start(at: now), document: Sample.id(1), at: now)
        let entry = try row.entry()
        #expect(entry.facts == event.facts)
        #expect(entry.contact == Sample.anna.email.text)
    }

    @Test(
        "a row that is not as we write it is a fault",
        arguments: [
            "", "{", "{}", "[]", "{\"facts\":{}}", "{\"facts\":{},\"subject\":{}}x",
            "{\"facts\":{\"a\":\"\\x\"},\"subject\":{}}",
            "{\"facts\":{\"a\":\"\\u0020\"},\"subject\":{}}",
            "{\"facts\":{\"a\":1.5},\"subject\":{}}", "{\"facts\":{\"a\":\"\\u00\"}}",
        ])
    func unreadable(body: String) {
        let row = AuditRow(
            sequence: 1, at: now, kind: .created, body: body, hash: ContentHash(of: []))
        #expect(throws: CanonicalJSONReader.Malformed.self) { try row.entry() }
    }
}
