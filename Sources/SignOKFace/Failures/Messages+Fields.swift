import Domain

extension Messages {
    static func field(_ trouble: FieldTrouble) -> String {
        "입력항목 \(trouble.field): " + text(of: trouble.cause)
    }

    private static func text(of cause: FieldTrouble.Cause) -> String {
        switch cause {
        case .malformed: "항목의 정의가 올바르지 않습니다."
        case .outsidePage: "항목의 위치가 페이지를 벗어납니다."
        case .signedUpload: "이미 서명된 PDF에는 항목을 둘 수 없습니다."
        case .notOpen: "입력할 수 없는 항목입니다."
        case .missing: "필수 항목입니다."
        case .wrongKind: "이 항목에 맞지 않는 값입니다."
        case .wrongFormat: "값의 형식이 올바르지 않습니다."
        case .unknownOption: "선택할 수 없는 값입니다."
        case .tooLong: "값이 너무 깁니다."
        case .doesNotFit: "값이 항목의 크기를 벗어납니다."
        case .unprintable: "표시할 수 없는 문자가 있습니다."
        case .unusablePicture: "사용할 수 없는 이미지입니다. PNG 또는 JPEG만 허용됩니다."
        }
    }

    /// What is wrong with a field; an empty path is the body itself.
    static func invalid(_ path: String, _ problem: Refusal.Problem) -> String {
        (path.isEmpty ? "요청 본문" : path) + ": " + text(of: problem)
    }

    private static func text(of problem: Refusal.Problem) -> String {
        switch problem {
        case .missing: "필수 항목입니다."
        case .blank: "비워 둘 수 없습니다."
        case .malformed: "값이 올바르지 않습니다."
        case .tooLong(let limit): "\(limit)자를 초과할 수 없습니다."
        case .countOutOfRange(let minimum, let maximum):
            "개수는 \(minimum)개 이상 \(maximum)개 이하여야 합니다."
        case .past: "이미 지난 시각입니다."
        case .negative: "음수일 수 없습니다."
        case .repeated: "값이 중복되었습니다."
        case .unknown: "존재하지 않는 항목입니다."
        case .unusablePicture: "사용할 수 없는 이미지입니다. 512KiB, 400만 화소 이하의 PNG 또는 JPEG만 허용됩니다."
        case .unsupported: "지원하지 않는 값입니다."
        case .notOneOf(let values): "알 수 없는 값입니다. 허용: " + values.joined(separator: ", ")
        case .intervalTooLong(let days): "기간은 \(days)일을 초과할 수 없습니다."
        case .unprintable(let character): "사용할 수 없는 문자입니다: \(character)"
        }
    }
}
