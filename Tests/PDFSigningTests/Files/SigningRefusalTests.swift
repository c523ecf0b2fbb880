import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite struct SigningRefusalTests {
    private func plain() throws -> SignedFile { try SignedFile(SamplePDF.plain().bytes()) }

    @Test("a certification must be the first signature")
    func lateCertification() throws {
        var file = try plain()
        try file.sign()
        #expect(throws: SigningError.forbidden(.certificationNotFirst)) {
            try file.sign(certification: .formFilling)
        }
    }

    @Test("nobody signs after a certification that allows no changes, now or later")
    func noChanges() throws {
        var file = try plain()
        try file.sign(certification: .noChanges)
        #expect(throws: SigningError.forbidden(.noChanges)) { try file.sign() }
        var reopened = try SignedFile(try file.bytes)
        #expect(throws: SigningError.forbidden(.noChanges)) { try reopened.sign() }
    }

    @Test("a certified file gains no visible field, now or later")
    func visibleAfterCertification() throws {
        var file = try plain()
        try file.sign(certification: .annotations)
        let refusal = SigningError.forbidden(.visibleFieldAfterCertification)
        #expect(throws: refusal) { try file.sign(at: .visible(page: 0, SignedFile.corner)) }
        var reopened = try SignedFile(try file.bytes)
        #expect(throws: refusal) { try reopened.sign(at: .visible(page: 0, SignedFile.corner)) }
    }

    @Test("a signature that locks all fields is the last, now and later")
    func lockedField() throws {
        var file = try plain()
        try file.sign(lock: .all)
        #expect(throws: SigningError.forbidden(.lockedField("q01"))) { try file.sign() }
        var reopened = try SignedFile(try file.bytes)
        #expect(throws: SigningError.forbidden(.lockedField("q01"))) { try reopened.sign() }
    }

    @Test("a field is signed once and must exist")
    func fields() throws {
        var file = try SignedFile(SamplePDF.form().bytes())
        try file.sign(at: .field("p01"))
        #expect(throws: SigningError.noOpenField("p01")) { try file.sign(at: .field("p01")) }
        #expect(throws: SigningError.noOpenField("absent")) { try file.sign(at: .field("absent")) }
        #expect(throws: SigningError.fieldNameTaken("name")) {
            try file.sign(at: .invisible(name: "name"))
        }
    }

    @Test("a page that the file does not have is refused by its number", arguments: [-1, 1, 7])
    func noPage(number: Int) throws {
        var file = try plain()
        #expect(throws: SigningError.noSuchPage(number)) {
            try file.sign(at: .visible(page: number, SignedFile.corner))
        }
    }

    @Test("a file that is not clean is refused with the reason")
    func notClean() throws {
        let junk = Array("junk\n".utf8) + SamplePDF.plain().bytes()
        #expect(throws: (any Error).self) { try SignedFile(junk) }
        let trailing = SamplePDF.plain().bytes() + Array("more".utf8)
        #expect(throws: SigningError.notClean(["4 bytes stand after the end"])) {
            try SignedFile(trailing)
        }
    }

    @Test("an object that is not where its entry says is found while hashing")
    func misplacedObject() throws {
        var bytes = SamplePDF.plain().bytes()
        let place = try #require(bytes.firstRange(of: Array("4 0 obj".utf8)))
        bytes[place.lowerBound] = UInt8(ascii: "9")
        #expect(throws: SigningError.notClean(["object 4 is not where the file says"])) {
            try SignedFile(bytes)
        }
    }

    @Test("a file whose page is its form too is refused")
    func twoRoles() throws {
        var bytes = SamplePDF.form().bytes()
        let place = try #require(bytes.firstRange(of: Array("/AcroForm 3 0 R".utf8)))
        bytes.replaceSubrange(place, with: Array("/AcroForm 4 0 R".utf8))
        #expect(throws: SigningError.unsuitableBase("object 4 stands for two things")) {
            try SignedFile(bytes)
        }
    }

    @Test("a signature prepared before another one was made does not fit any more")
    func outrun() throws {
        var file = try plain()
        let prepared = try file.session.prepared(
            FileSignature(SignedFile.claim), contentsRoom: 3000)
        try file.sign()
        #expect(throws: SigningError.self) {
            try file.session.append(prepared, filledWith: [0x30, 0x00])
        }
    }
}
