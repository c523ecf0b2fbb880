import CMS
import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// What becomes of a good signature when the bytes around it change, in the words of
/// EN 319 102-1. Changes of certificates, revocation and time are in ``MutationTests``.
@Suite struct MutationTableTests {
    struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let verdict: Indication
        /// Of the signature; of a change around it there is none.
        let sub: SubIndication?
        let apply: @Sendable (inout MutatedPaper) throws -> Void

        init(
            _ description: String, _ verdict: Indication, _ sub: SubIndication? = nil,
            apply: @escaping @Sendable (inout MutatedPaper) throws -> Void
        ) {
            testDescription = description
            (self.verdict, self.sub, self.apply) = (verdict, sub, apply)
        }
    }

    @Test("a change of bytes has its verdict", arguments: signedBytes + container + appended)
    func verdict(_ change: Change) throws {
        let world = try World()
        var signed = try SignedPaper(.form())
        try signed.sign(world.signer, chain: [world.issuing])
        var paper = MutatedPaper(bytes: try signed.bytes)
        try change.apply(&paper)
        let report = ValidationReport(
            of: MemorySource(paper.bytes), under: try world.policy, at: day(61))
        #expect(report.indication == change.verdict)
        #expect(report.sub == change.sub)
    }

    private static let signedBytes: [Change] = [
        Change("nothing", .totalPassed) { _ in },
        Change("a byte of the content flipped", .totalFailed, .hashFailure) {
            try $0.flip($0.place(of: Array("(Form) Tj".utf8)) + 1)
        },
        Change("cut in the signature", .totalFailed) {
            $0.bytes.removeLast(try $0.bytes.count - $0.contents().lowerBound - 99)
        },
        Change("cut before the signature", .indeterminate) {
            $0.bytes.removeLast(
                try $0.bytes.count - $0.reader.revisions[0].range.upperBound)
        },
    ]

    private static let container: [Change] = [
        Change("a byte of the signature value flipped", .totalFailed, .sigCryptoFailure) {
            try $0.flipContainer(at: $0.signedData().signer.signature, offset: 20)
        },
        Change("a byte of the signed digest flipped", .totalFailed, .hashFailure) {
            // The attribute's identifier and the headers of its set and string are 15 bytes.
            let identifier: [UInt8] = [0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 4]
            try $0.flipContainer(at: identifier, offset: 15)
        },
        Change("a byte of the container's frame flipped", .totalFailed, .formatFailure) {
            // The tag of the whole, 30, becomes 10.
            $0.flip(try $0.contents().lowerBound + 1)
        },
        Change("the container taken away", .totalFailed, .formatFailure) {
            let hole = try $0.contents()
            for place in hole.dropFirst().dropLast() { $0.bytes[place] = 0x30 }
        },
    ]

    private static let appended: [Change] = [
        Change("bytes appended", .totalFailed) { $0.bytes += Array("garbage".utf8) },
        Change("an annotation appended", .totalFailed, .formatFailure) {
            try $0.edit($0.page) {
                let note: PDFDictionary = ["Subtype": .name("Text"), "Rect": [0, 0, 9, 9]]
                $0["Annots"] = .array(($0["Annots"]?.array ?? []) + [.dictionary(note)])
            }
        },
        Change("a value appended", .totalPassed) {
            try $0.edit($0.field("name")) { $0["V"] = .text("Bob") }
        },
        Change("a page appended", .totalFailed, .formatFailure) {
            let page = try $0.page
            try $0.edit(ObjectID(2)) { $0["Kids"] = [.reference(page), .reference(page)] }
        },
        Change("a catalog appended", .totalFailed, .formatFailure) {
            try $0.edit(ObjectID(1)) { $0["OpenAction"] = ["S": .name("JavaScript")] }
        },
    ]
}

/// A signed file and what is done to it.
struct MutatedPaper {
    var bytes: [UInt8]

    var reader: PDFReader { get throws { try PDFReader(MemorySource(bytes)) } }
    var page: ObjectID { get throws { try reader.pages()[0].id } }

    func field(_ name: String) throws -> ObjectID {
        try #require(try reader.fields().first { $0.name == name }).id
    }

    private func signature() throws -> ObjectID {
        let fields = try reader.fields().filter { $0.type == "Sig" }
        return try #require(fields.compactMap(\.value?.reference).first)
    }

    /// Where the hexadecimal string of the signature is written.
    func contents() throws -> Range<Int> {
        try #require(try reader.place(of: "Contents", in: signature()))
    }

    func signedData() throws -> SignedData {
        let value = try reader.dictionary(.reference(signature()))["Contents"]
        return try SignedData(der: try #require(value?.bytes))
    }

    func place(of text: [UInt8]) throws -> Int {
        try #require(bytes.firstRange(of: text)).lowerBound
    }

    mutating func flip(_ place: Int) { bytes[place] ^= 1 }

    /// Changes a byte of the container, so many bytes into a part of it.
    mutating func flipContainer(at part: [UInt8], offset: Int) throws {
        let der = try signedData().der
        let place = try #require(der.firstRange(of: part)).lowerBound + offset
        let digit = try contents().lowerBound + 2 + 2 * place
        bytes[digit] = bytes[digit] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    }

    mutating func edit(_ id: ObjectID, _ change: (inout PDFDictionary) -> Void) throws {
        let reader = try reader
        var dictionary = try reader.dictionary(.reference(id))
        change(&dictionary)
        var update = IncrementalUpdate(after: try reader.tail)
        update.set(id, to: .dictionary(dictionary))
        bytes += update.finish(newID: [1]).bytes
    }
}
