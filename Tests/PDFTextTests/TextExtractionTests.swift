import Foundation
import PDFText
import Testing

@Suite("Drawn text comes back from pdftotext")
struct TextExtractionTests {
    @Test(
        "exactly, in every script",
        arguments: [
            "The office staff filed the affidavit.",
            "Подписал Иванов Пётр Ёжикович, г. Москва",
            "전자 서명 확인서 홍길동",
            "契約書 日本 簽名签名",
            "しょめいしゃ サイン",
            "हिन्दी में हस्ताक्षर",
            "ลงนามโดย สมชาย ใจดี",
            "Done 👍 agreed ✅ 🎉😀",
            "ხელმოწერა ստորագրություն",
            "שלום עולם",
            "مرحبا بالعالم",
            "السلام عليكم علاء الأمين",
            "Договор № 12 — 계약서 (office)",
            "Cafe\u{301} a\u{328}\u{301} naïve",
            "1\u{2044}2 Ω\u{2126} x\u{2011}y",
        ])
    func script(_ text: String) throws {
        let back = try extracted(text)
        #expect(back == text, "\(back.unicodeScalars.map { String($0.value, radix: 16) })")
    }

    @Test(
        "with vowel marks, which are glyphs of their own",
        arguments: ["שָׁלוֹם", "x\u{303}y q\u{302}\u{323}"])
    func marks(_ text: String) throws {
        #expect(try extracted(text) == text)
    }

    private func extracted(_ text: String) throws -> String {
        var paper = Paper()
        try paper.show([Self.canvas(text)])
        return try paper.text().trimmingCharacters(in: .whitespaces)
            .filter { !$0.isDirectionMark }
    }

    private static func canvas(_ text: String) throws -> ContentCanvas {
        var canvas = ContentCanvas()
        canvas.text(try Typesetter().layout(text, TextStyle(size: 12)), x: 20, top: 250)
        return canvas
    }
}

extension Character {
    /// Marks by which pdftotext frames right-to-left text.
    fileprivate var isDirectionMark: Bool {
        unicodeScalars.allSatisfy { (0x202A...0x202E).contains($0.value) || $0 == "\u{200E}" }
    }
}
