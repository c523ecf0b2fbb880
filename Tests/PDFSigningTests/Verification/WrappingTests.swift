import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// What hides in the gap that a signature leaves for itself.
@Suite struct WrappingTests {
    @Test("an entry that the gap leaves out beside the value is found")
    func entry() throws {
        var form = try SignedForm()
        try form.sign("first", unsigned: "/Reason(anything)")
        #expect(form.findings == [.signatureWrapping])
        #expect(form.report.signatures.first?.crypto == [])
    }

    @Test("a whole object in the gap is found")
    func object() throws {
        var form = try SignedForm()
        try form.sign("first", unsigned: ">>\nendobj\n5 0 obj\n<<")
        #expect(form.findings.contains(.signatureWrapping))
    }

    @Test("a second value in the gap is found")
    func secondValue() throws {
        var form = try SignedForm()
        try form.sign("first")
        let place = try form.place(of: "Contents", of: "first")
        let second = Array(">/Contents<0000>".utf8)
        form.overwrite(place.upperBound - second.count..<place.upperBound, by: second)
        #expect(form.findings == [.signatureWrapping, .cryptography])
    }

    @Test("spaces in the padding hide nothing")
    func spaces() throws {
        var form = try SignedForm()
        try form.sign("first")
        let place = try form.place(of: "Contents", of: "first")
        form.overwrite(place.upperBound - 9..<place.upperBound - 1, by: [])
        #expect(form.findings == [])
    }
}
