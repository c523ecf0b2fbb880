import PDFCore
import PDFSigning
import TamgaTestKit

/// A signed file and what somebody does to it afterwards.
struct Attack {
    private(set) var bytes: [UInt8]
    let ceremony: Ceremony

    /// Certified for form filling, one of two signers has signed.
    init() throws {
        var ceremony = try Ceremony(base: SamplePDF.plain(pages: 2).bytes(), signers: 2)
        try ceremony.sign(0)
        self.ceremony = ceremony
        bytes = ceremony.file
    }

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
        bytes += update.finish(newID: [1, 2, 3]).bytes
    }

    /// Changes keys of the dictionary that is object `id`.
    mutating func edit(_ id: ObjectID, _ change: (inout PDFDictionary) -> Void) throws {
        try update { update, reader in
            var dictionary = try reader.dictionary(.reference(id))
            change(&dictionary)
            update.set(id, to: .dictionary(dictionary))
        }
    }

    /// Overwrites the first occurrence of `old` by as many bytes.
    mutating func overwrite(_ old: String, by new: String) throws {
        let old = Array(old.utf8)
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: old) }) else {
            throw PDFError(.missing, "nothing to overwrite")
        }
        bytes.replaceSubrange(place..<place + old.count, with: Array(new.utf8))
    }

    func field(_ name: String) throws -> FormField {
        guard let field = try reader.fields().first(where: { $0.name == name }) else {
            throw PDFError(.missing, "no field \(name)")
        }
        return field
    }

    var catalog: ObjectID { get throws { try reader.tail.root } }
    var page: ObjectID { get throws { try reader.pages()[0].id } }
}
