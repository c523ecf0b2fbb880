import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite struct AttackTests {
    @Test("without an attack the file is intact")
    func control() throws {
        #expect(try Attack().report.isIntact)
    }

    @Test("a byte changed in the signed text is noticed")
    func tampering() throws {
        var attack = try Attack()
        try attack.overwrite("MediaBox", by: "MediaBax")
        #expect(!attack.report.isIntact)
    }

    // Universal signature forgery.

    @Test(
        "a signature without value or range is unusable", arguments: ["/ByteRange[", "/Contents<"])
    func missing(key: String) throws {
        var attack = try Attack()
        try attack.overwrite(key, by: "/X" + key.dropFirst(2))
        #expect(attack.findings.contains(.unusableSignature))
    }

    @Test("a negative range is unusable")
    func negative() throws {
        var attack = try Attack()
        try attack.overwrite("/ByteRange[0 ", by: "/ByteRange[-1")
        #expect(attack.findings.contains(.unusableSignature))
    }

    // Signature wrapping.

    @Test("a gap that is not exactly the value is noticed")
    func wrapping() throws {
        var attack = try Attack()
        let gap = try #require(try gapStart(attack))
        try attack.overwrite("/ByteRange[0 \(gap) ", by: "/ByteRange[0 \(gap - 1) ")
        #expect(attack.findings.contains(.signatureWrapping))
    }

    private func gapStart(_ attack: Attack) throws -> Int? {
        let value = try attack.reader.dictionary(attack.field("certification").value)
        return value["ByteRange"]?.array?[1].asInteger
    }

    // Incremental saving.

    @Test("objects behind the end are noticed")
    func trailing() throws {
        var attack = try Attack()
        attack.append("1 0 obj\n<</Type/Catalog>>\nendobj\n")
        #expect(attack.findings == [.incrementalSaving])
        #expect(attack.report.signatures.allSatisfy { !$0.coversWholeFile })
    }

    @Test("an update with an empty section is noticed")
    func emptySection() throws {
        var attack = try Attack()
        try attack.update { _, _ in }
        #expect(attack.findings == [.incrementalSaving])
    }

    @Test("a startxref that leads back over hidden objects is noticed")
    func backwards() throws {
        var attack = try Attack()
        let start = try attack.reader.tail.startXref
        attack.append("1 0 obj\n<</Type/Catalog>>\nendobj\nstartxref\n\(start)\n%%EOF\n")
        #expect(attack.findings == [.incrementalSaving])
    }

    // Shadow attacks.

    @Test("page content replaced by an update is forbidden")
    func replacedContent() throws {
        var attack = try Attack()
        let id = try #require(
            try attack.reader.pages()[0].dictionary["Contents"].flatMap {
                $0.reference ?? $0.array?.first?.reference
            })
        try attack.update { update, _ in update.set(id, toStream: [:], body: Array("BT ET".utf8)) }
        #expect(attack.findings == [.forbiddenChange])
    }

    @Test("an entry that points into the signed bytes is noticed")
    func oldOffset() throws {
        var attack = try Attack()
        let reader = try attack.reader
        let (page, tree) = (try attack.page, try reader.catalog()["Pages"]?.reference)
        guard case .plain(let offset, _) = reader.entry(try #require(tree).number) else { return }
        let start = attack.bytes.count
        let digits = String(String(10_000_000_000 + offset).dropFirst())
        let tail = try reader.tail
        attack.append("xref\n\(page.number) 1\n\(digits) 00000 n\r\ntrailer\n")
        attack.append("<</Size \(tail.size)/Root \(tail.root)/Prev \(tail.startXref)>>\n")
        attack.append("startxref\n\(start)\n%%EOF\n")
        #expect(attack.findings == [.shadow])
    }

    @Test("an object set free is noticed")
    func freed() throws {
        var attack = try Attack()
        let tail = try attack.reader.tail
        let (page, start) = (try attack.page, attack.bytes.count)
        attack.append("xref\n\(page.number) 1\n0000000000 65535 f\r\ntrailer\n")
        attack.append("<</Size \(tail.size)/Root \(tail.root)/Prev \(tail.startXref)>>\n")
        attack.append("startxref\n\(start)\n%%EOF\n")
        #expect(attack.findings == [.shadow, .incrementalSaving])
    }

    @Test("another catalog is noticed")
    func otherCatalog() throws {
        var attack = try Attack()
        var tail = try attack.reader.tail
        let catalog = try attack.reader.catalog()
        tail.root = ObjectID(tail.size)
        var update = IncrementalUpdate(after: tail)
        update.set(tail.root, to: .dictionary(catalog))
        attack.append(String(decoding: update.finish(newID: [1]).bytes, as: UTF8.self))
        #expect(attack.findings == [.shadow])
    }

    @Test("an object that a signed one referred to in vain must not appear")
    func dangling() throws {
        var base = SamplePDF.plain().bytes()
        let reader = try PDFReader(MemorySource(base))
        var update = IncrementalUpdate(after: try reader.tail)
        var page = try reader.pages()[0].dictionary
        page["Thumb"] = .reference(ObjectID(900))
        update.set(try reader.pages()[0].id, to: .dictionary(page))
        base += update.finish(newID: [1]).bytes
        var ceremony = try Ceremony(base: base, signers: 1)
        try ceremony.sign(0)
        var attacked = IncrementalUpdate(after: try PDFReader(MemorySource(ceremony.file)).tail)
        attacked.set(ObjectID(900), to: .text("completed"))
        let file = ceremony.file + attacked.finish(newID: [2]).bytes
        let report = VerificationReport(of: MemorySource(file))
        #expect(report.signatures.map { $0.modification.map(\.code) } == [[.shadow], [.shadow]])
    }

    // Attacks on certified documents.

    @Test("a new annotation is noticed")
    func annotation() throws {
        var attack = try Attack()
        let page = try attack.page
        try attack.update { update, reader in
            let note = update.allocate()
            update.set(note, to: ["Type": .name("Annot"), "Subtype": .name("Square")])
            var dictionary = try reader.dictionary(.reference(page))
            let before = try reader.resolve(dictionary["Annots"]).array ?? []
            dictionary["Annots"] = .array(before + [.reference(note)])
            update.set(page, to: .dictionary(dictionary))
        }
        #expect(attack.findings == [.visibleAddition])
    }

    @Test("a new visible signature field is noticed, an invisible one is not", arguments: [0, 50])
    func newField(size: Int) throws {
        var attack = try Attack()
        let catalog = try attack.catalog
        try attack.update { update, reader in
            let field = update.allocate()
            update.set(
                field,
                to: [
                    "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"),
                    "T": .text("new"), "Rect": [0, 0, .integer(size), .integer(size)],
                ])
            let form = try #require(try reader.acroForm())
            var dictionary = form.dictionary
            let before = try reader.resolve(dictionary["Fields"]).array ?? []
            dictionary["Fields"] = .array(before + [.reference(field)])
            if let id = form.id {
                update.set(id, to: .dictionary(dictionary))
            } else {
                var changed = try reader.catalog()
                changed["AcroForm"] = .dictionary(dictionary)
                update.set(catalog, to: .dictionary(changed))
            }
        }
        #expect(attack.findings == (size == 0 ? [] : [.visibleAddition]))
    }

    @Test("a field moved or shown is noticed", arguments: ["Rect", "MK", "F"])
    func moved(key: String) throws {
        var attack = try Attack()
        let field = try attack.field(attack.ceremony.names[1]).id
        let values: [String: PDFObject] = ["Rect": [0, 0, 500, 500], "MK": [:], "F": 2]
        try attack.edit(field) { $0[PDFName(key)] = values[key] }
        #expect(attack.findings == [.visibleAddition])
    }

    @Test("a signed field drawn anew is noticed")
    func redrawn() throws {
        var attack = try Attack()
        let field = try attack.field(attack.ceremony.names[0]).id
        try attack.edit(field) { $0["AP"] = nil }
        #expect(attack.findings == [.forbiddenChange])
    }

    @Test("a signature taken away is noticed by those that remain")
    func removed() throws {
        var attack = try Attack()
        let field = try attack.field(attack.ceremony.names[0]).id
        try attack.edit(field) { $0["V"] = nil }
        #expect(attack.findings == [.forbiddenChange])
    }

    @Test("one signature in two fields is noticed")
    func shared() throws {
        var attack = try Attack()
        let value = try attack.field(attack.ceremony.names[0]).value
        try attack.edit(attack.field(attack.ceremony.names[1]).id) { $0["V"] = value }
        #expect(attack.findings.contains(.sharedSignature))
        #expect(attack.findings.contains(.signatureWrapping))
    }

    @Test(
        "a catalog that acts, shows or attaches something new is noticed",
        arguments: ["OpenAction", "Names", "OCProperties", "Perms", "AF"] as [PDFName])
    func catalog(key: PDFName) throws {
        var attack = try Attack()
        try attack.edit(attack.catalog) { $0[key] = ["S": .name("JavaScript")] }
        #expect(attack.findings == [.forbiddenChange])
    }

    @Test("validation data may be added")
    func securityStore() throws {
        var attack = try Attack()
        let catalog = try attack.catalog
        try attack.update { update, reader in
            let certificate = update.allocate()
            update.set(certificate, toStream: [:], body: [1, 2, 3])
            var changed = try reader.catalog()
            changed["DSS"] = ["Certs": [.reference(certificate)]]
            update.set(catalog, to: .dictionary(changed))
        }
        #expect(attack.report.complaints == [])
    }

    @Test("an unknown key in the validation data is noticed")
    func storeKey() throws {
        var attack = try Attack()
        try attack.edit(attack.catalog) { $0["DSS"] = ["Pages": [:]] }
        #expect(attack.findings == [.forbiddenChange])
    }
}
