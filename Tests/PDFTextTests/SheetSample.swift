import PDFText

/// Sheets as a document would have them, in three languages.
enum SheetSample: String, CaseIterable {
    case english = "en"
    case russian = "ru"
    case korean = "ko"

    var people: [String] {
        switch self {
        case .english: ["Jane Hathaway-Griffith", "Søren Ångström"]
        case .russian: ["Ёжикова Анна Сергеевна", "Константинопольский Владислав Всеволодович"]
        case .korean: ["홍길동", "남궁민수"]
        }
    }

    private var words: [String] {
        switch self {
        case .english:
            [
                "Certificate of signatures", "Office lease agreement, 2026", "Document", "Title",
                "Author", "Sent", "Files", "3 pages, 118 KB", "Signers", "E-mail",
                "Kind of signature", "Simple signature", "Verify this document", "Page",
                "Each signer's entry is completed by the signature itself; nothing else in this "
                    + "file may change after it was sent.", "Signed", "Confirmed by",
                "Code by e-mail",
                "Certificate", "Thumbprint (SHA-1)",
            ]
        case .russian:
            [
                "Сертификат подписания", "Договор аренды офиса, 2026", "Документ", "Название",
                "Автор", "Отправлен", "Файлы", "3 страницы, 118 КБ", "Подписанты", "Эл. почта",
                "Вид подписи", "Простая подпись", "Проверить документ", "Страница",
                "Запись каждого подписанта заполняется самой подписью; ничто иное в этом файле "
                    + "не может измениться после отправки.", "Подписано", "Подтверждено",
                "Код из письма", "Сертификат", "Отпечаток (SHA-1)",
            ]
        case .korean:
            [
                "전자서명 확인서", "사무실 임대차 계약서, 2026", "문서", "제목", "작성자", "발송 시각", "파일",
                "3쪽, 118 KB", "서명자", "이메일", "서명 종류", "일반 전자서명", "문서 확인", "쪽",
                "각 서명자의 칸은 서명할 때 채워지며, 발송된 뒤에는 그 밖의 어떤 내용도 바뀔 수 없습니다.",
                "서명 시각", "확인 방법", "이메일 코드", "인증서", "지문 (SHA-1)",
            ]
        }
    }

    func sheet(entryCount: Int) -> Sheet {
        let words = words
        var sheet = Sheet(title: words[0], language: rawValue) { "\(words[13]) \($0)/\($1)" }
        sheet.subtitle = words[1]
        sheet.link = Sheet.Link(
            caption: words[12], address: "https://sign.example.com/verify/0192f3a4c5d67e8f")
        sheet.sections = [
            Sheet.Section(
                heading: words[2],
                facts: [
                    Fact(words[3], words[1]), Fact("ID", "0192f3a4-c5d6-7e8f-9012-3456789abcde"),
                    Fact(words[4], "\(people[0]), owner@example.com"),
                    Fact(words[5], "2026-11-22 14:05:31 (UTC+03:00)"),
                ]),
            Sheet.Section(
                heading: words[6],
                items: (1...2).map {
                    Sheet.Item(
                        title: "\($0). contract-final-\($0).pdf", detail: words[7],
                        notes: [
                            "SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                        ])
                }),
        ]
        sheet.entriesHeading = words[8]
        sheet.entries = (0..<entryCount).map {
            Sheet.Entry(
                key: "p\($0 + 1)", title: "\($0 + 1). \(people[$0 % 2])",
                facts: [
                    Fact(words[9], "signer\($0 + 1)@example.com"), Fact(words[10], words[11]),
                ], slotHeight: SlotDrawing.height(facts: 5, hasHeading: true))
        }
        sheet.notice = words[14]
        sheet.footer = "Tamga 0192f3a4-c5d6-7e8f-9012-3456789abcde"
        return sheet
    }

    /// What a signing writes into an entry's slot.
    func evidence(of index: Int) -> SlotDrawing {
        SlotDrawing(
            heading: words[15],
            facts: [
                Fact(words[5], "2026-11-22 14:07:0\(index % 10) (UTC+03:00)"),
                Fact(words[16], "\(words[17]) signer\(index)@example.com"),
                Fact(words[18], "CN=\(people[index % 2])"),
                Fact("№", "4A:1F:77:02:9C:55:E0:31:BB:42:90:6D:1C:08:F3:A7"),
                Fact(words[19], "5A9C41E07BD2F66380A1C2D3E4F5061728394A5B"),
            ], language: rawValue)
    }
}
