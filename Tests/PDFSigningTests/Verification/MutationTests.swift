import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Bytes of a signed file changed one way or another; the signatures are a certification and p01.
@Suite struct MutationTests {
    typealias Change = Mutation<Attack>

    @Test("a changed byte is found", arguments: bytesTable)
    func bytes(_ mutation: Change) throws { try check(mutation) }

    @Test("a changed container is found", arguments: containersTable)
    func containers(_ mutation: Change) throws { try check(mutation) }

    @Test("a changed /ByteRange is found", arguments: rangesTable)
    func ranges(_ mutation: Change) throws { try check(mutation) }

    @Test("a changed /Contents is found", arguments: contentsTable)
    func contents(_ mutation: Change) throws { try check(mutation) }

    @Test("appended bytes are found", arguments: appendedTable)
    func appended(_ mutation: Change) throws { try check(mutation) }

    private func check(_ mutation: Change) throws {
        var attack = try Attack()
        try mutation.apply(&attack)
        #expect(attack.findings == mutation.findings, "\(attack.report.complaints)")
    }

    private static let bytesTable: [Change] = [
        Change("a letter of the text", .digest) { try $0.overwrite("page 1", by: "page 7") },
        Change("a key of a page", .digest) {
            try $0.overwrite("/MediaBox", by: "/MediaBax")
        },
        Change("a letter of the reason", .digest) {
            try $0.overwrite("Signed simply", by: "Signed freely")
        },
        Change("an offset of a table", .digest) { attack in
            let start = try attack.reader.revisions[0].startXref
            try attack.overwrite("0000000015 00000 n", by: "0000000016 00000 n", behind: start)
        },
        Change("cut in the last update", .incrementalSaving) { $0.bytes.removeLast(40) },
        Change("cut in the last signature", .incrementalSaving) { attack in
            attack.bytes.removeLast(
                attack.bytes.count - (try attack.place(of: "Contents", of: "p01")).lowerBound - 99)
        },
        Change("cut before the last update") { attack in
            attack.bytes.removeLast(
                attack.bytes.count - (try attack.reader).revisions[1].range.upperBound)
        },
        Change("cut to nothing", .unreadable) { $0.bytes = [] },
    ]

    private static let containersTable: [Change] = [
        Change("the last byte of the signature value", .cryptography) {
            try $0.flip("p01") { der in der.lastIndex { $0 != 0 } }
        },
        Change("a letter in the signer's certificate", .cryptography) {
            try $0.flip("p01") { der in der.firstPlace(of: Array("Подписант".utf8)) }
        },
        Change("the signed digest", .digest, .cryptography) {
            // The attribute's identifier and the headers of its set and string are 15 bytes.
            let identifier: [UInt8] = [0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 4]
            try $0.flip("p01") { der in der.firstPlace(of: identifier).map { $0 + 15 } }
        },
        Change("the version", .cryptography) { try $0.flip("p01") { _ in 0 } },
        Change("the padding", .cryptography) { try $0.flip("p01") { $0.count - 1 } },
        // Not DER, as it should be, but the same to every reader.
        Change("lengths of no definite size") { attack in
            let der = try attack.container("p01")
            let count = der.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
            try attack.fill("p01", with: [0x30, 0x80] + der[4..<count] + [0, 0])
        },
        Change("two swapped", .digest) { attack in
            let (first, second) = (
                try attack.container("certification"), try attack.container("p01")
            )
            try attack.fill("certification", with: second)
            try attack.fill("p01", with: first)
        },
    ]

    private static let rangesTable: [Change] =
        [
            ("starts behind the header", "[9 b c d]"), ("negative", "[-1 b c d]"),
            ("six numbers", "[0 b c d 0 0]"), ("two numbers", "[0 b]"), ("empty", "[]"),
            ("huge", "[0 b c 99999999999999999999]"), ("beyond the end", "[0 b c 99999999]"),
            ("overlapping", "[0 c b d]"), ("zero", "[0 0 0 0]"), ("null", " null"),
            ("fractional", "[0 b.5 c d]"), ("indirect", "[0 b c 4 0 R]"),
        ].map { name, text in
            Change(name, .unusableSignature, .cryptography) { try $0.rewriteRange(text) }
        } + [
            Change("a wider gap", .signatureWrapping, .digest) { try $0.rewriteRange("[0 a c d]") },
            Change("an earlier end", .coverage, .digest) { try $0.rewriteRange("[0 b c e]") },
        ]

    private static let contentsTable: [Change] = [
        Change("null", .unusableSignature, .cryptography) { try $0.rewriteContents(" null") },
        Change("missing", .unusableSignature, .cryptography) { attack in
            let place = try attack.place(of: "Contents", of: "p01")
            try attack.overwrite("/Contents", by: "/Kontents", behind: place.lowerBound - 9)
        },
        Change("empty", .unusableSignature, .cryptography) { try $0.rewriteContents("<>") },
        Change("zeros", .unusableSignature, .cryptography) { try $0.fill("p01", with: [0]) },
        Change("indirect", .unusableSignature, .cryptography) { try $0.rewriteContents(" 4 0 R") },
        Change("a literal string", .unusableSignature, .cryptography) {
            try $0.rewriteContents("(0)")
        },
        Change("shorter than the gap", .signatureWrapping) { attack in
            let place = try attack.place(of: "Contents", of: "p01")
            attack.overwrite(place.upperBound - 3..<place.upperBound, by: [0x3E])
        },
        Change("no hexadecimal", .unreadable, .cryptography) { try $0.rewriteContents("<xx>") },
    ]

    private static let appendedTable: [Change] = [
        Change("a line feed") { $0.append("\n") },
        Change("garbage", .incrementalSaving) { $0.append("garbage") },
        Change("much garbage", .incrementalSaving) {
            $0.append(String(repeating: "garbage ", count: 1000))
        },
        Change("an object without a table", .incrementalSaving) {
            $0.append("4 0 obj\n<</Type/Page>>\nendobj\n")
        },
        Change("an update without startxref", .incrementalSaving) {
            $0.append("4 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<</Root 1 0 R>>\n")
        },
        Change("an update without a table", .incrementalSaving) {
            let start = $0.bytes.count
            $0.append(
                "4 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n")
        },
        Change("an update that lists nothing", .incrementalSaving) { try $0.update { _, _ in } },
        Change("a catalog key", .forbiddenChange) {
            try $0.edit($0.catalog) { $0["Lang"] = .text("ru") }
        },
        Change("the same objects again") { attack in
            let page = try attack.page
            try attack.edit(page) { _ in }
        },
        Change("a page", .forbiddenChange) { attack in
            let tree = try #require(try attack.reader.catalog()["Pages"]?.reference)
            try attack.update { update, reader in
                let page = update.allocate()
                update.set(page, to: ["Type": .name("Page"), "Parent": .reference(tree)])
                var changed = try reader.dictionary(.reference(tree))
                changed["Kids"] = .array((changed["Kids"]?.array ?? []) + [.reference(page)])
                update.set(tree, to: .dictionary(changed))
            }
        },
        Change("a value in a signed field", .forbiddenChange, .unusableSignature, .cryptography) {
            try $0.edit(field: "p01") { $0["V"] = .text("another") }
        },
    ]
}
