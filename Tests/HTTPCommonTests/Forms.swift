@testable import HTTPCommon

/// A form as clients write it.
enum Form {
    static let mediaType = "multipart/form-data; boundary=XX"

    static func text(_ parts: [(header: String, body: String)]) -> String {
        parts.map { "--XX\r\n\($0.header)\r\n\r\n\($0.body)\r\n" }.joined() + "--XX--\r\n"
    }

    static func file(_ name: String, _ body: String) -> (header: String, body: String) {
        (
            "Content-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n"
                + "Content-Type: application/pdf", body
        )
    }

    /// What a parser makes of the pieces: each part's file name and whole content.
    static func parse(_ pieces: [[UInt8]]) throws -> [Part] {
        var parser = try MultipartParser(mediaType: ParameterizedValue(mediaType))
        var parts: [Part] = []
        for event in try pieces.flatMap({ try parser.feed($0) }) {
            switch event {
            case .begin(let header): parts.append(Part(header: header))
            case .data(let bytes): parts[parts.count - 1].bytes += bytes
            case .end: parts[parts.count - 1].isEnded = true
            }
        }
        try parser.finish()
        return parts
    }

    static func parse(_ text: String) throws -> [Part] { try parse([Array(text.utf8)]) }

    struct Part: Equatable {
        let header: MultipartPart
        var bytes: [UInt8] = []
        var isEnded = false

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }
}
