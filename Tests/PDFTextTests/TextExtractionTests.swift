import Foundation
import PDFText
import Testing

@Suite("Drawn text comes back")
struct TextExtractionTests {
    @Test(
        "exactly, in every script",
        arguments: [
            "The office staff filed the affidavit.",
            "Подписал Иванов Пётр Ёжикович, г. Москва",
            "전자 서명 확인서 홍길동",
            "契約書 日本",
            "שלום עולם",
            "مرحبا بالعالم",
            "Договор № 12 — 계약서 (office)",
        ])
    func script(_ text: String) throws {
        let block = try Typesetter().layout(text, TextStyle(size: 12))
        var canvas = ContentCanvas()
        canvas.text(block, x: 20, top: 250)
        var paper = Paper()
        try paper.show([canvas])
        let found = try paper.text().trimmingCharacters(in: .whitespaces)
        #expect(found.filter { !$0.isDirectionMark } == text)
    }
}

extension Character {
    /// Marks by which pdftotext frames right-to-left text.
    var isDirectionMark: Bool {
        unicodeScalars.allSatisfy { (0x202A...0x202E).contains($0.value) || $0 == "\u{200E}" }
    }
}
