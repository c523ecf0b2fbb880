import PDFCore
import PDFSigning
import TamgaTestKit

/// What somebody does to a document that a server has laid out and certified for form filling, and
/// that one of two signers has signed.
struct Attack: HostileFile {
    var bytes: [UInt8]
    let ceremony: Ceremony

    init() throws {
        var ceremony = try Ceremony(base: SamplePDF.plain(pages: 2).bytes(), signers: 2)
        try ceremony.sign(0)
        self.ceremony = ceremony
        bytes = ceremony.file
    }
}
