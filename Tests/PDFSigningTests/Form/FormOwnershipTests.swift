import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// What others do to a signer's fields, before and after their signature.
@Suite struct FormOwnershipTests {
    struct SharedForm: HostileFile {
        var bytes: [UInt8]
        var ceremony: Ceremony

        /// The first of the signers has signed.
        init() throws {
            ceremony = try FormSample.signed(by: 1)
            bytes = ceremony.file
        }
    }

    typealias Change = Mutation<SharedForm>

    static let changes: [Change] = [
        Change("a value in another's open field", .forbiddenChange) {
            try $0.edit(field: "q13") { $0["V"] = .text("forged") }
        },
        Change("an appearance in another's open field", .forbiddenChange) { form in
            try form.draw("q13")
        },
        Change("a filled field changed", .forbiddenChange, .lockedField) {
            try $0.edit(field: "q01") { $0["V"] = .text("forged") }
        },
        Change("a filled field drawn anew", .forbiddenChange, .lockedField) { try $0.draw("q01") },
        Change("a filled field's appearance overwritten", .forbiddenChange, .lockedField) { form in
            let appearance = try form.field("q01").dictionary["AP"]?.dictionary?["N"]?.reference
            let id = try #require(appearance)
            try form.update { update, reader in
                let dictionary = try #require(try reader.object(id).dictionary)
                update.set(id, toStream: dictionary, body: [0x20])
            }
        },
        Change("a field left empty filled later", .forbiddenChange, .lockedField) {
            try $0.edit(field: "q04") { $0["V"] = .text("✓") }
        },
        Change("a stamp drawn anew", .forbiddenChange, .lockedField) { try $0.draw("q10") },
        Change("a widget moved", .forbiddenChange, .visibleAddition) {
            try $0.edit(field: "q13") { $0["Rect"] = [0, 0, 100, 100] }
        },
        Change("a field that is another's all at once", .forbiddenChange) {
            try $0.edit(field: "q13") { $0["TMGA_Field"] = nil }
        },
        Change("a prefilled text changed", .forbiddenChange) {
            try $0.edit(field: "q23") { $0["DV"] = .text("No. 13") }
        },
        Change("a field made writable", .forbiddenChange) {
            try $0.edit(field: "q13") { $0["Ff"] = 0 }
        },
    ]

    @Test("what another does to a signer's field is found", arguments: changes)
    func found(_ change: Change) throws {
        var form = try SharedForm()
        try change.apply(&form)
        #expect(form.findings == change.findings, "\(form.report.complaints)")
    }

    @Test("a signer who fills another's field in the same update is found")
    func sameUpdate() throws {
        var form = try SharedForm()
        // The second signer's own update, with a field of the third put in.
        let start = form.bytes.count
        let update = try form.ceremony.sign(1, entering: FormSample.entries(1))
        let reader = try PDFReader(MemorySource(form.ceremony.file))
        #expect(start + update.count == form.ceremony.file.count)
        let foreign = try #require(try reader.fields().first { $0.name == "q25" })
        var tail = try form.reader.tail
        tail.root = try reader.tail.root
        var second = IncrementalUpdate(after: try form.reader.tail)
        for object in try Self.objects(of: reader, since: start) {
            second.set(object.id, toSerialized: object.bytes)
        }
        var filled = foreign.dictionary
        filled["V"] = .text("forged")
        second.set(foreign.id, to: .dictionary(filled))
        form.bytes += second.finish(newID: [9]).bytes
        #expect(form.findings.contains(.forbiddenChange))
        #expect(form.report.complaints.contains { $0.contains("another than its signer") })
    }

    /// The objects that the newest revision brings, as they are written.
    private static func objects(
        of reader: PDFReader, since start: Int
    ) throws -> [(id: ObjectID, bytes: [UInt8])] {
        try reader.newest.entries.sorted { $0.key < $1.key }.compactMap { number, entry in
            guard case .plain(let offset, let generation) = entry, offset >= start else {
                return nil
            }
            let id = ObjectID(number, generation)
            let object = try reader.object(id)
            guard case .stream(let dictionary, let body) = object else {
                return (id, object.value.serialized)
            }
            let head = dictionary.serialized + Array("\nstream\n".utf8)
            return (id, head + (try reader.source.read(body)) + Array("\nendstream".utf8))
        }
    }
}
