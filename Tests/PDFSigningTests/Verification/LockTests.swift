import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Fields that a signature locks (ISO 32000-2, 12.7.5.5 and 12.8.2.4).
@Suite struct LockTests {
    enum Means: CaseIterable { case transform, lock }

    private func form(_ action: String, _ names: [String], by means: Means) throws -> SignedForm {
        var form = try SignedForm()
        let parameters: PDFDictionary = [
            "Action": .name(PDFName(action)), "Fields": .array(names.map(PDFObject.text)),
        ]
        switch means {
        case .transform:
            let text = String(decoding: parameters.serialized, as: UTF8.self)
            let transform = "/TransformMethod/FieldMDP/TransformParams\(text)"
            try form.sign("first", signature: "/Reference[<</Type/SigRef\(transform)>>]")
        case .lock:
            try form.sign("first", field: ["Lock": .dictionary(parameters)])
        }
        return form
    }

    @Test("an included field is locked, another is not", arguments: Means.allCases)
    func included(means: Means) throws {
        var form = try form("Include", ["amount"], by: means)
        try form.edit(field: "name") { $0["V"] = .text("Bob") }
        #expect(form.findings == [])
        try form.edit(field: "amount") { $0["V"] = .text("1") }
        #expect(form.findings == [.lockedField])
    }

    @Test("all but an excluded field are locked", arguments: Means.allCases)
    func excluded(means: Means) throws {
        var form = try form("Exclude", ["amount"], by: means)
        try form.edit(field: "amount") { $0["V"] = .text("1") }
        #expect(form.findings == [])
        try form.edit(field: "name") { $0["V"] = .text("Bob") }
        #expect(form.findings == [.lockedField])
    }

    @Test("all fields are locked, but a new signature is none of them", arguments: Means.allCases)
    func all(means: Means) throws {
        var form = try form("All", [], by: means)
        try form.sign("third")
        #expect(form.findings == [])
        try form.fill("second")
        #expect(form.findings == [.lockedField])
    }

    @Test("a name does not lock another that begins with it")
    func prefix() throws {
        var form = try form("Include", ["amo", "name.first"], by: .transform)
        try form.edit(field: "amount") { $0["V"] = .text("1") }
        try form.edit(field: "name") { $0["V"] = .text("Bob") }
        #expect(form.findings == [])
    }

    @Test("an appearance drawn in place in a locked field is found")
    func drawnInPlace() throws {
        var form = try form("Include", ["name"], by: .transform)
        try form.redraw(ObjectID(13), "BT /Helv 9 Tf 2 5 Td (Bob) Tj ET")
        #expect(form.findings == [.lockedField])
    }

    @Test("a lock of level 1 closes the document")
    func closing() throws {
        var form = try SignedForm()
        try form.sign("first", field: ["Lock": ["Action": .name("Include"), "Fields": [], "P": 1]])
        try form.edit(field: "amount") { $0["V"] = .text("1") }
        #expect(form.findings == [.certificationLevel])
    }

    @Test("a lock taken away later does not open the document")
    func lockRemoved() throws {
        var form = try form("Include", ["amount"], by: .lock)
        try form.edit(field: "first") { $0["Lock"] = nil }
        try form.edit(field: "amount") { $0["V"] = .text("1") }
        #expect(form.findings == [.lockedField, .forbiddenChange])
    }
}
