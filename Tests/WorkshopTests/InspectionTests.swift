import Archive
import Domain
import Foundation
import TamgaTestKit
import Testing
import Workshop

@Suite struct InspectionTests {
    private let bench: Bench

    init() throws {
        bench = try Bench()
    }

    @Test("a plain file is clean, with its pages counted")
    func plain() async throws {
        let finding = try await bench.inspect(SamplePDF.plain(pages: 3).bytes())
        #expect(
            finding
                == .readable(
                    FileFacts(pageCount: 3, signatureCount: 0, isClean: true, contents: [])))
    }

    @Test("forms and actions are named")
    func notable() async throws {
        let facts = try await bench.inspect(SamplePDF.form().bytes()).facts
        #expect(facts?.contents == [.forms, .openAction])
        #expect(facts?.isClean == true)
    }

    @Test("attachments and scripts are named")
    func active() async throws {
        var file = SamplePDF()
        file.add(
            """
            << /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [] >>
            /JavaScript << /Names [] >> >> >>
            """)
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        file.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>")
        #expect(
            try await bench.inspect(file.bytes()).facts?.contents == [.attachments, .javaScript])
    }

    @Test("a linearized file and one with object streams are clean")
    func rewritten() async throws {
        for option in ["--linearize", "--object-streams=generate"] {
            let bytes = try await bench.qpdf([option], SamplePDF.plain(pages: 2).bytes())
            #expect(try await bench.inspect(bytes).facts?.isClean == true, "\(option)")
        }
    }

    @Test("a file with junk before its header can be read, but is not clean")
    func junkBefore() async throws {
        let facts = try await bench.inspect(
            Array("GET / \r\n".utf8) + SamplePDF.plain(pages: 2).bytes()
        ).facts
        #expect(facts?.pageCount == 2)
        #expect(facts?.isClean == false)
    }

    @Test("a file without its end can be read, but is not clean")
    func truncated() async throws {
        let facts = try await bench.inspect(SamplePDF.plain(pages: 2).bytes().dropLast(20)).facts
        #expect(facts?.pageCount == 2)
        #expect(facts?.isClean == false)
    }

    @Test("a stream whose length is wrong is repaired")
    func wrongLength() async throws {
        let text = String(decoding: SamplePDF.plain().bytes(), as: UTF8.self)
        let wrong = text.replacing("/Length 4", with: "/Length 3")
        #expect(wrong != text)
        let facts = try await bench.inspect(Array(wrong.utf8)).facts
        #expect(facts?.pageCount == 1)
        #expect(facts?.isClean == false)
    }

    @Test("a file that opens without a password is decrypted, one that does not is in trouble")
    func encrypted() async throws {
        let plain = SamplePDF.plain(pages: 2).bytes()
        let open = try await bench.qpdf(["--encrypt", "", "owner", "256", "--"], plain)
        #expect(try await bench.inspect(open).facts?.isClean == false)
        let locked = try await bench.qpdf(["--encrypt", "user", "owner", "256", "--"], plain)
        #expect(try await bench.inspect(locked) == .unusable(.passwordRequired))
    }

    @Test("no bytes are an empty file, other bytes that are no PDF are unreadable")
    func notPDF() async throws {
        #expect(try await bench.inspect([]) == .unusable(.empty))
        #expect(try await bench.inspect(Array("hello".utf8)) == .unusable(.unreadable))
        let noise = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        #expect(try await bench.inspect(noise) == .unusable(.unreadable))
    }

    @Test("a file without pages is empty")
    func pageless() async throws {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add("<< /Type /Pages /Kids [] /Count 0 >>")
        #expect(try await bench.inspect(file.bytes()) == .unusable(.empty))
    }

    @Test("2,000 pages are allowed, 3,000 are too many")
    func longFiles() async throws {
        #expect(
            try await bench.inspect(SamplePDF.plain(pages: 2_000).bytes()).facts?.pageCount == 2_000
        )
        #expect(
            try await bench.inspect(SamplePDF.plain(pages: 3_000).bytes())
                == .unusable(.tooManyPages))
    }

    @Test("page trees that only some readers understand are made anew")
    func strangeTrees() async throws {
        let direct = "[<< /Type /Page /MediaBox [0 0 99 99] /Parent 2 0 R >>]"
        for (kids, pageCount) in [(direct, 1), ("[3 0 R 3 0 R]", 2)] {
            var file = SamplePDF()
            file.add("<< /Type /Catalog /Pages 2 0 R >>")
            file.add("<< /Type /Pages /Kids \(kids) /Count 1 >>")
            file.add("<< /Type /Page /MediaBox [0 0 99 99] /Parent 2 0 R >>")
            let facts = try await bench.inspect(file.bytes()).facts
            #expect(facts?.isClean == false)
            #expect(facts?.pageCount == pageCount)
        }
    }

    @Test("a circle in the page tree ends as trouble or as a repaired file")
    func circle() async throws {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add("<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
        let finding = try await bench.inspect(file.bytes())
        #expect(finding.trouble != nil)
    }

    @Test("a stream that inflates without end is too complex")
    func bomb() async throws {
        let finding = try await bench.inspect(try Bomb.pdf(inflatingTo: 200 * 1024 * 1024))
        #expect(finding == .unusable(.tooComplex))
    }

    @Test("a dynamic form is refused")
    func dynamicForm() async throws {
        var file = SamplePDF()
        file.add(
            """
            << /Type /Catalog /Pages 2 0 R /NeedsRendering true
            /AcroForm << /Fields [] /XFA [(template) 4 0 R] >> >>
            """)
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        file.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>")
        file.addStream("", "<xdp/>")
        #expect(try await bench.inspect(file.bytes()) == .unusable(.dynamicForm))
    }

    @Test("many files at once are all read")
    func parallel() async throws {
        try await withThrowingTaskGroup(of: Int?.self) { group in
            for count in 1...12 {
                group.addTask {
                    try await bench.inspect(SamplePDF.plain(pages: count).bytes()).facts?.pageCount
                }
            }
            let counts = try await group.reduce(into: Set()) { $0.insert($1) }
            #expect(counts == Set((1...12).map(Optional.some)))
        }
    }

    @Test("an upload that the archive lost is a fault, not the file's trouble")
    func lost() async throws {
        let blob = Blob(hash: ContentHash(of: [1]), byteCount: 1)
        await #expect(throws: (any Error).self) { try await bench.workshop.inspect(blob) }
    }

    @Test("inspecting leaves nothing in the scratch folder")
    func tidy() async throws {
        _ = try await bench.inspect(Array("x".utf8) + SamplePDF.plain().bytes())
        let left = try FileManager.default.contentsOfDirectory(atPath: bench.archive.scratchFolder)
        #expect(left == [])
    }
}
