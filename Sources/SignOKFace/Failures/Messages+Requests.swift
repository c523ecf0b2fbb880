import HTTPCommon

extension Messages {
    static let routeNotFound = "존재하지 않는 API입니다."

    static func methodNotAllowed(_ allowed: [String]) -> String {
        "지원하지 않는 HTTP 메서드입니다. 허용: " + allowed.joined(separator: ", ")
    }

    static let malformedRequest = "요청 형식이 올바르지 않습니다."

    static func unsupportedMediaType(_ expected: String) -> String {
        "Content-Type은 \(expected)이어야 합니다."
    }

    static func bodyTooLarge(_ limit: Int) -> String { "요청 본문이 \(limit)바이트를 초과합니다." }

    static let bodyTooSlow = "요청 본문의 전송 속도가 너무 느립니다."
    static let bodyTruncated = "요청 본문이 끝까지 전송되지 않았습니다."

    static func malformedJSON(_ offset: Int) -> String {
        "요청 본문이 올바른 JSON이 아닙니다. 오류 위치: \(offset)바이트"
    }

    static func jsonTooDeep(_ limit: Int) -> String { "JSON 중첩은 \(limit)단계까지만 허용됩니다." }

    static func malformedMultipart(_ error: MultipartError) -> String {
        switch error {
        case .boundary: "Content-Type의 boundary가 없거나 올바르지 않습니다."
        case .headerTooLarge(let limit): "파트 헤더가 \(limit)바이트를 초과합니다."
        case .header: "이름이 없는 파트가 있습니다."
        case .tooManyParts(let limit): "파트는 \(limit)개까지만 허용됩니다."
        case .truncated: "multipart 본문이 끝까지 전송되지 않았습니다."
        }
    }

    static func rangeNotSatisfiable(_ byteCount: Int) -> String {
        "요청한 Range가 \(byteCount)바이트 파일의 범위를 벗어났습니다."
    }

    static let foreignOrigin = "다른 사이트에서 보낸 요청입니다."
    static let noFiles = "첨부된 파일이 없습니다."

    static func notPDF(_ fileName: String) -> String { "PDF 파일이 아닙니다: \(fileName)" }

    static func uploadTooLarge(_ limit: Int) -> String {
        "파일 크기의 합이 \(limit / 1_048_576)MB를 초과합니다."
    }

    static func tooManyFiles(_ limit: Int) -> String { "파일은 \(limit)개까지만 허용됩니다." }
}
