import BenchmarkKit
import CMS
import Foundation
import PDFCore
import PDFSigning
import PDFText

/// What a signature costs whose signer fills fifty fields, beside one of a signer who has none: from
/// the stored context to the update and the next stored context.
struct FieldCost {
    private static let runs = 101

    private let signer: CAdESSigner
    private let base: PDFReader
    private let typesetter = Typesetter()
    private static let claim = SignatureClaim(
        name: "Benchmark Signer", date: Date(timeIntervalSince1970: 1_767_225_600))

    static func finding(in folder: URL) throws -> BenchmarkKit.Finding {
        func bytes(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: folder.appending(path: name)))
        }
        let cost = FieldCost(
            signer: try CAdESSigner(
                certificate: bytes("signer.crt"), chain: [bytes("issuer.crt")],
                key: PrivateKey(pkcs8: bytes("signer.key"))),
            base: try PDFReader(
                FileSource(path: folder.appending(path: EngineFile.small.path).path)))
        let none = try cost.milliseconds(fieldCount: 0)
        let fifty = try cost.milliseconds(fieldCount: 50)
        return BenchmarkKit.Finding(
            what: "signing with 50 fields (\(text(fifty)) ms) beside none (\(text(none)) ms)",
            figure: fifty / none, unit: "×", bound: .atMost(3))
    }

    private static func text(_ number: Double) -> String { String(format: "%.2f", number) }

    private func milliseconds(fieldCount: Int) throws -> Double {
        let context = try laidOut(fieldCount).encoded()
        let entries = Dictionary(
            uniqueKeysWithValues: (0..<fieldCount).map { ("\($0)", Self.entry($0)) })
        let spent = try (0..<Self.runs).map { _ in
            try ProcessUsage.milliseconds { try sign(context, entries) }
        }
        return ProcessUsage.median(spent)
    }

    private func sign(_ context: [UInt8], _ entries: [String: FormEntry]) throws {
        let prepared = try SignerUpdate(
            fieldName: "p01", claim: Self.claim, contentsRoom: signer.contentsRoom(),
            filling: FormFilling(entries, typesetter: typesetter),
            evidence: { try evidence($0) }
        ).prepared(on: RevisionContext(encoded: context))
        let signed = try prepared.signed { try signer.sign(messageDigest: $0) }
        _ = try signed.context.encoded()
    }

    private func evidence(_ size: Size) throws -> ContentCanvas {
        let facts = ["Signed at", "Confirmed", "Serial", "Thumbprint", "Valid until"].map {
            Fact($0, "2026-01-01 00:00:00 UTC, 0123456789ABCDEF")
        }
        return try SlotDrawing(heading: "Signed", facts: facts, language: "en")
            .canvas(size, by: typesetter)
    }

    private func laidOut(_ fieldCount: Int) throws -> RevisionContext {
        let slot = LayoutUpdate.SignatureSlot(
            name: "p01", page: .base(0), rect: Rectangle(x: 300, y: 60, width: 250, height: 90))
        let layout = LayoutUpdate(
            pages: [], slots: [slot], form: (0..<fieldCount).map(Self.field),
            certification: LayoutUpdate.Certification(
                claim: Self.claim, contentsRoom: signer.contentsRoom()),
            reserved: try evidence(Size(width: 250, height: 90)).blocks)
        return try layout.prepared(on: base).signed { try signer.sign(messageDigest: $0) }.context
    }

    /// Of five fields three are texts, one is a checkbox and one a choice.
    private static func field(_ number: Int) -> FormSlot {
        let kinds: [FormSlot.Kind] = [
            .text(), .text(), .text(), .checkbox, .select(options: ["Yes", "No"]),
        ]
        let rect = Rectangle(
            x: 40 + 100 * Double(number / 25), y: 100 + 25 * Double(number % 25), width: 90,
            height: 18)
        return FormSlot(
            key: "\(number)", owner: "p01", kind: kinds[number % 5],
            places: [FormSlot.Place(page: .base(0), rect: rect)], label: "Field \(number)")
    }

    private static func entry(_ number: Int) -> FormEntry {
        switch number % 5 {
        case 3: .tick(true)
        case 4: .text("No")
        default: .text("Value \(number)")
        }
    }
}
