import Foundation
import TamgaTestKit
import Testing

@Suite("tamga sign")
struct SignTests {
    private let folder: TemporaryFolder
    private let pki: CommandPKI
    private let input: String

    init() async throws {
        folder = try TemporaryFolder()
        pki = try await CommandPKI.shared.value
        input = try folder.write(SamplePDF.plain(pages: 2).bytes(), as: "in.pdf")
    }

    private var output: String { folder.file("out.pdf") }

    @discardableResult
    private func sign(
        _ file: String? = nil, key: KeyKind = .p256, _ options: String...
    ) async throws -> OutsideTool.Answer {
        try await Command.run(
            ["sign", file ?? input, "-o", output, "--key", pki.key(key)]
                + ["--cert", pki.chain(key)] + options)
    }

    private func report() async throws -> PrintedReport {
        try await Command.json("verify", output, "--trust", pki.root, as: PrintedReport.self)
    }

    private func expectRefusal(
        _ answer: OutsideTool.Answer, _ words: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(answer.status == 1, sourceLocation: sourceLocation)
        #expect(answer.errors.contains(words), sourceLocation: sourceLocation)
        #expect(answer.errors.split(separator: "\n").count == 1, sourceLocation: sourceLocation)
        #expect(!FileManager.default.fileExists(atPath: output), sourceLocation: sourceLocation)
    }

    @Test("the input stays as the beginning of the output")
    func prefix() async throws {
        try await sign()
        let bytes = try folder.read("in.pdf")
        #expect(try folder.read("out.pdf").starts(with: bytes))
    }

    @Test("name, reason and place are in the signature, and on the page in their scripts")
    func visible() async throws {
        try await sign(
            nil, key: .p256, "--visible", "2:72,72,220,70", "--name", "Пётр 김", "--reason",
            "Согласовано", "--location", "서울")
        let text = try await OutsideTool.run("pdftotext", ["-f", "2", output, "-"]).output
        for word in ["Пётр 김", "Согласовано", "서울"] { #expect(text.contains(word)) }
    }

    @Test("a PKCS#12 file needs nothing beside it but its password")
    func pkcs12() async throws {
        let answer = try await Command.run(
            "sign", input, "-o", output, "--key", pki.pkcs12(.rsa2048), "--key-password-file",
            pki.passwordFile)
        #expect(answer.errors == "")
        #expect(try await report().verdict == "TOTAL-PASSED")
    }

    @Test("a wrong password is told from a file that is no key")
    func wrongPassword() async throws {
        let wrong = try folder.write(Array("wrong".utf8), as: "wrong")
        expectRefusal(
            try await Command.run(
                "sign", input, "-o", output, "--key", pki.pkcs12(.p256), "--key-password-file",
                wrong), "password")
        expectRefusal(
            try await Command.run("sign", input, "-o", output, "--key", input), "--key: ")
    }

    @Test("a key without its certificate is refused")
    func noCertificate() async throws {
        expectRefusal(
            try await Command.run("sign", input, "-o", output, "--key", pki.key(.p256)),
            "name it with --cert")
    }

    @Test("the input is never overwritten, by whatever name")
    func overwriting() async throws {
        let link = folder.file("link.pdf")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: input)
        let before = try folder.read("in.pdf")
        for name in [input, link] {
            let answer = try await Command.run(
                "sign", input, "-o", name, "--key", pki.key(.p256), "--cert", pki.chain(.p256))
            #expect(answer.status == 1 && answer.errors.contains("never overwritten"))
        }
        #expect(try folder.read("in.pdf") == before)
    }

    @Test("two sign one after the other, and both signatures hold")
    func twice() async throws {
        try await sign()
        let first = folder.file("first.pdf")
        try FileManager.default.moveItem(atPath: output, toPath: first)
        try await sign(first, key: .rsa2048, "--reason", "Second")
        let report = try await report()
        #expect(report.verdict == "TOTAL-PASSED")
        #expect(report.signatures.map(\.changesAfter) == ["permitted", "none"])
        #expect(report.signatures.map(\.revision) == [2, 3])
    }

    @Test("only a first signature can certify")
    func certifyingLate() async throws {
        try await sign()
        let first = folder.file("first.pdf")
        try FileManager.default.moveItem(atPath: output, toPath: first)
        expectRefusal(
            try await sign(first, key: .p256, "--certify", "form-filling"),
            "leave out --certify")
    }

    @Test("after a certification against changes nobody signs")
    func certified() async throws {
        try await sign(nil, key: .p256, "--certify", "no-changes")
        let first = folder.file("first.pdf")
        try FileManager.default.moveItem(atPath: output, toPath: first)
        expectRefusal(try await sign(first), "certified")
    }

    @Test("a field that is not there is a mistake, not a wish for a new one")
    func noField() async throws {
        expectRefusal(
            try await sign(nil, key: .p256, "--field", "absent"),
            "no empty signature field absent")
    }

    @Test("a page that is not there is named as it was asked for")
    func noPage() async throws {
        expectRefusal(
            try await sign(nil, key: .p256, "--visible", "3:0,0,10,10"), "it has no page 3")
    }

    @Test("a file that is not clean is rewritten, and that is told")
    func rewritten() async throws {
        let junk = try folder.write(Array("junk\n".utf8) + folder.read("in.pdf"), as: "j.pdf")
        let answer = try await sign(junk)
        #expect(answer.status == 0 && answer.errors.contains("was rewritten before signing"))
        #expect(try await report().verdict == "TOTAL-PASSED")
    }

    @Test("--keep-bytes refuses what would have to be rewritten")
    func keepBytes() async throws {
        let junk = try folder.write(Array("junk\n".utf8) + folder.read("in.pdf"), as: "j.pdf")
        expectRefusal(try await sign(junk, key: .p256, "--keep-bytes"), "--keep-bytes")
    }

    @Test("a character that no font has is refused before anything is signed")
    func noGlyph() async throws {
        expectRefusal(
            try await sign(nil, key: .p256, "--visible", "1:9,9,99,40", "--reason", "\u{10FFFD}"),
            "no installed font can draw")
    }

    @Test("a timestamp needs an authority, and the remedy says which")
    func noAuthority() async throws {
        expectRefusal(
            try await sign(nil, key: .p256, "--level", "b-t", "--data-dir", folder.path),
            "give --tsa URL, or --data-dir")
    }

    @Test("an authority that does not answer is named, and nothing is left behind")
    func silentAuthority() async throws {
        expectRefusal(
            try await sign(nil, key: .p256, "--tsa", "http://127.0.0.1:1/tsa"),
            "--tsa: http://127.0.0.1:1/tsa")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names == ["in.pdf"])
    }

    @Test("a signed file is extended by what it lacks, and can be extended again")
    func extended() async throws {
        let authority = try await DataFolder.shared.value
        try await sign(nil, key: .p256, "--level", "b-t", "--data-dir", authority.path)
        for turn in 1...2 {
            let before = folder.file("before\(turn).pdf")
            try FileManager.default.moveItem(atPath: output, toPath: before)
            let answer = try await Command.run(
                ["sign", "--extend", before, "-o", output, "--data-dir", authority.path]
                    + ["--cert", pki.root],
                environment: ["TAMGA_OUTBOUND_ALLOW": "127.0.0.0/8"])
            #expect(answer.errors == "")
        }
        let report = try await Command.json(
            "verify", output, "--trust", pki.root, "--trust", authority.root,
            as: PrintedReport.self)
        #expect(report.verdict == "TOTAL-PASSED")
        #expect(report.signatures.map(\.level) == ["B-LTA"])
        #expect(report.documentTimestamps.count == 2)
    }

    @Test(
        "wrong usage ends with status 2",
        arguments: [
            [], ["--key", "k", "--level", "b-x"], ["--key", "k", "--visible", "1:2,3,4"],
            ["--key", "k", "--visible", "0:1,1,1,1"], ["--key", "k", "--certify", "all"],
            ["--extend", "--key", "k"], ["--key", "k", "--image", "i.png"],
        ])
    func usage(options: [String]) async throws {
        #expect(try await Command.run(["sign", input, "-o", output] + options).status == 2)
    }
}
