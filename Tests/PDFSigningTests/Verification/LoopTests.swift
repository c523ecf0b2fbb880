import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Structures that lead a careless reader round and round, or down for ever.
@Suite struct LoopTests {
    private func findings(
        _ change: (inout SignedForm) throws -> Void
    ) throws -> Set<VerificationProblem.Code> {
        var form = try SignedForm()
        try form.sign("first")
        try change(&form)
        return form.findings
    }

    @Test("a field that is its own kid is found")
    func ownKid() throws {
        let kid: PDFObject = .reference(ObjectID(10))
        let findings = try findings {
            try $0.edit(ObjectID(10)) { $0["Kids"] = [kid] }
            try $0.edit(ObjectID(11)) { $0["T"] = .text("x") }
        }
        #expect(!findings.isEmpty)
    }

    @Test("references that lead to each other are found")
    func references() throws {
        let findings = try findings {
            try $0.update { update, _ in
                update.set(ObjectID(3), to: .reference(ObjectID(30)))
                update.set(ObjectID(30), to: .reference(ObjectID(3)))
            }
        }
        #expect(findings == [.unreadable])
    }

    @Test("arrays nested without end are found", arguments: ["[", "<</A"])
    func nesting(opening: String) throws {
        let findings = try findings {
            try $0.update { update, _ in
                let text = String(repeating: opening, count: 50_000)
                update.set(ObjectID(4), toSerialized: Array(text.utf8))
            }
        }
        #expect(findings.contains(.unreadable))
    }

    @Test("sections that lead to each other are found")
    func sections() throws {
        let findings = try findings {
            let start = $0.bytes.count
            $0.append("xref\n0 0\ntrailer\n<</Size 9/Root 1 0 R/Prev \(start)>>\n")
            $0.append("startxref\n\(start)\n%%EOF\n")
        }
        #expect(findings == [.incrementalSaving])
    }

    @Test("a stream that is its own length is found")
    func ownLength() throws {
        let findings = try findings {
            try $0.update { update, _ in
                let text = "<</Length 5 0 R>>\nstream\n0 g\nendstream"
                update.set(ObjectID(5), toSerialized: Array(text.utf8))
            }
        }
        #expect(findings == [.unreadable])
    }
}
