import PDFCore
import PDFSigning
import TamgaTestKit

/// A signed file and what somebody does to it afterwards.
protocol HostileFile {
    var bytes: [UInt8] { get set }
}

extension HostileFile {
    var reader: PDFReader { get throws { try PDFReader(MemorySource(bytes)) } }
    var report: VerificationReport { VerificationReport(of: MemorySource(bytes)) }

    /// The codes of everything that the report finds wrong.
    var findings: Set<VerificationProblem.Code> {
        let report = report
        return Set((report.problems + report.signatures.flatMap(\.problems)).map(\.code))
    }

    mutating func append(_ text: String) { bytes += Array(text.utf8) }

    mutating func update(_ change: (inout IncrementalUpdate, PDFReader) throws -> Void) throws {
        let reader = try reader
        var update = IncrementalUpdate(after: try reader.tail)
        try change(&update, reader)
        bytes += kept(update.finish(newID: [1, 2, 3]).bytes, after: reader)
    }

    /// An update of an encrypted file names the encryption too.
    func kept(_ update: [UInt8], after reader: PDFReader) -> [UInt8] {
        let encryption = reader.trailer["Encrypt"]?.reference
        return encryption.map { update.naming(encryption: $0.number) } ?? update
    }

    /// Changes keys of the dictionary that is object `id`.
    mutating func edit(_ id: ObjectID, _ change: (inout PDFDictionary) -> Void) throws {
        try update { update, reader in
            var dictionary = try reader.dictionary(.reference(id))
            change(&dictionary)
            update.set(id, to: .dictionary(dictionary))
        }
    }

    mutating func edit(field name: String, _ change: (inout PDFDictionary) -> Void) throws {
        try edit(try field(name).id, change)
    }

    /// Gives a field a new appearance, and a value.
    mutating func draw(_ name: String, value: PDFObject? = nil) throws {
        let field = try field(name)
        try update { update, _ in
            let appearance = update.allocate()
            update.set(
                appearance, toStream: ["Type": .name("XObject"), "Subtype": .name("Form")],
                body: [0x20])
            var entries = field.dictionary
            entries["AP"] = ["N": .reference(appearance)]
            if let value { entries["V"] = value }
            update.set(field.id, to: .dictionary(entries))
        }
    }

    /// Overwrites the first occurrence of `old` behind `start` by `new` and spaces.
    mutating func overwrite(_ old: String, by new: String, behind start: Int = 0) throws {
        let old = Array(old.utf8)
        let place = bytes.indices.first { $0 >= start && bytes[$0...].starts(with: old) }
        guard let place, new.utf8.count <= old.count else {
            throw PDFError(.missing, "nothing to overwrite")
        }
        overwrite(place..<place + old.count, by: Array(new.utf8))
    }

    mutating func overwrite(_ range: Range<Int>, by new: [UInt8]) {
        let spaces = [UInt8](repeating: 0x20, count: range.count - new.count)
        bytes.replaceSubrange(range, with: new + spaces)
    }

    func field(_ name: String) throws -> FormField {
        guard let field = try reader.fields().first(where: { $0.name == name }) else {
            throw PDFError(.missing, "no field \(name)")
        }
        return field
    }

    /// Where the value of a key of a signature is written.
    func place(of key: PDFName, of name: String) throws -> Range<Int> {
        guard let id = try field(name).value?.reference,
            let place = try reader.place(of: key, in: id)
        else { throw PDFError(.missing, "no \(key.text)") }
        return place
    }

    var catalog: ObjectID { get throws { try reader.tail.root } }
    var page: ObjectID { get throws { try reader.pages()[0].id } }
}
