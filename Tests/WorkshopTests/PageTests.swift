import Archive
import Domain
import Foundation
import TamgaTestKit
import Testing

@testable import Workshop

@Suite struct PageTests {
    private let bench: Bench

    init() throws {
        bench = try Bench()
    }

    @Test(
        "a page is drawn at the width that was asked for, within bounds",
        arguments: [(700, 700), (10, 200), (9_999, 2_000)])
    func width(asked: Int, drawn: Int) async throws {
        let blob = try await bench.archive.store(SamplePDF.plain().bytes())
        let image = try await bench.workshop.pageImage([blob], page: 1, width: asked)
        #expect(PNG(image)?.width == drawn)
    }

    @Test("a turned page is drawn as it is seen")
    func turned() async throws {
        let blob = try await bench.archive.store(SamplePDF.deepTree().bytes())
        let image = try #require(
            PNG(try await bench.workshop.pageImage([blob], page: 1, width: 300)))
        #expect((image.width, image.height) == (300, 400))
    }

    @Test("pages have the sizes at which they are seen")
    func sizes() async throws {
        let blob = try await bench.archive.store(SamplePDF.deepTree().bytes())
        #expect(
            try await bench.workshop.pageSizes([blob]) == [
                PageSize(width: 300, height: 400), PageSize(width: 400, height: 300),
            ])
    }

    @Test("what is cropped away does not count")
    func cropped() async throws {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        file.add(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /CropBox [50 100 350 500] >>")
        let blob = try await bench.archive.store(file.bytes())
        #expect(
            try await bench.workshop.pageSizes([blob]) == [PageSize(width: 300, height: 400)])
    }

    @Test("pages past the end are not there", arguments: [0, -1, 4, 100_000])
    func pastEnd(page: Int) async throws {
        let blob = try await bench.archive.store(SamplePDF.plain(pages: 3).bytes())
        await #expect(throws: Refusal.pageNotFound) {
            try await bench.workshop.pageImage([blob], page: page, width: 400)
        }
        await #expect(throws: Refusal.pageNotFound) {
            try await bench.workshop.pageText([blob], page: page)
        }
    }

    @Test("a page's text is told")
    func text() async throws {
        let blob = try await bench.archive.store(SamplePDF.plain(pages: 3).bytes())
        #expect(try await bench.workshop.pageText([blob], page: 2) == "Contract page 2\n\n")
    }

    @Test("a file in several pieces is drawn as one")
    func pieces() async throws {
        let bytes = SamplePDF.plain(pages: 2).bytes()
        let parts = [bytes.prefix(400), bytes[400..<900], bytes[900...]].map(Array.init)
        var blobs: [Blob] = []
        for part in parts { blobs.append(try await bench.archive.store(part)) }
        #expect(try await bench.workshop.pageText(blobs, page: 2) == "Contract page 2\n\n")
    }

    @Test("the certificate page is drawn")
    func certificate() async throws {
        let order = try await bench.order([SamplePDF.plain().bytes()], language: .korean)
        let layout = try await bench.workshop.prepare(order)
        let update = try await bench.archive.store(layout.update)
        let image = try await bench.workshop.pageImage(
            [layout.base, update], page: 2, width: 1_000)
        #expect(PNG(image)?.width == 1_000)
    }

    @Test("a page of odd proportions is too complex")
    func odd() async throws {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        file.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1 14400] >>")
        let blob = try await bench.archive.store(file.bytes())
        await #expect(throws: FileTrouble.tooComplex) {
            try await bench.workshop.pageImage([blob], page: 1, width: 400)
        }
    }

    @Test("a page asked for by many at once is drawn once, and kept")
    func cached() async throws {
        let blob = try await bench.archive.store(SamplePDF.plain().bytes())
        let images = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 {
                group.addTask { try await bench.workshop.pageImage([blob], page: 1, width: 300) }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(images.count == 1)
        let kept = try FileManager.default.contentsOfDirectory(atPath: bench.folder.file("cache"))
        #expect(kept == ["\(blob.hash)-1-300.png"])
    }
}

/// The size that a PNG states in its header.
private struct PNG {
    let width: Int
    let height: Int

    init?(_ bytes: [UInt8]) {
        guard bytes.count > 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
        func number(at start: Int) -> Int {
            bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        width = number(at: 16)
        height = number(at: 20)
    }
}
