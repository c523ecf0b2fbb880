import Domain
import TamgaTestKit
import Testing

@Suite("Revisions")
struct RevisionTests {
    private let upload = SamplePDF.plain(pages: 2).bytes()

    private func finished() async throws -> (Site, Document) {
        let site = try await Site()
        return (site, try await site.completed(site.sent([upload])))
    }

    @Test("the finished file starts with the bytes of a clean upload")
    func startsWithUpload() async throws {
        let (site, document) = try await finished()
        let file = try await site.download(document.id)
        #expect(file.bytes.starts(with: upload))
        #expect(file.bytes.count > upload.count)
    }

    @Test("every revision ends where a whole file ends")
    func revisionsAreFiles() async throws {
        let (site, document) = try await finished()
        let pieces = try await site.revisions(of: document).map(\.blob)
        // Base, layout and two signatures; then validation data and the document timestamp.
        let signatureCounts = [0, 1, 2, 3, 3, 3]
        #expect(pieces.count == signatureCounts.count)
        for (count, signatureCount) in signatureCounts.enumerated() {
            let file = try await site.file(Array(pieces.prefix(count + 1)))
            #expect(try await file.qpdfComplaint() == "")
            #expect(
                try await file.pdfsig().ranges(of: "Signature is Valid").count == signatureCount)
        }
    }

    @Test("the seal names the hash and length of what is downloaded")
    func seal() async throws {
        let (site, document) = try await finished()
        guard case .signed(let seal) = document.state else {
            Issue.record("not signed")
            return
        }
        let file = try await site.download(document.id)
        #expect(seal.hash == ContentHash(of: file.bytes))
        #expect(seal.byteCount == file.bytes.count)
    }

    @Test("the audit trail names the hashes of the upload and of every signature")
    func auditTrail() async throws {
        let (site, document) = try await finished()
        let trail = try await site.ports.documents.auditTrail(of: document.id)
        let named = try Set(trail.flatMap { try $0.entry().facts.values })
        #expect(named.contains("\(ContentHash(of: upload))"))
        for revision in try await site.revisions(of: document) where revision.kind != .layout {
            #expect(named.contains("\(revision.blob.hash)"))
        }
    }
}
