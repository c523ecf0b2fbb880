import Domain

extension Messages {
    /// What is wrong with a field; an empty path is the body itself.
    static func invalid(_ path: String, _ problem: Refusal.Problem) -> String {
        let field = path.isEmpty ? "Тело запроса" : "Поле \(path)"
        return switch problem {
        case .missing: "\(field): не указано"
        case .blank: "\(field): не может быть пустым"
        case .malformed: "\(field): неверное значение"
        case .tooLong(let limit): "\(field): больше \(limit) символов"
        case .countOutOfRange(let minimum, let maximum):
            "\(field): количество должно быть от \(minimum) до \(maximum)"
        case .negative: "\(field): не может быть отрицательным"
        case .repeated: "\(field): значение повторяется"
        case .unsupported: "\(field): значение не поддерживается в API"
        case .unavailable: "\(field): значение пока недоступно на этом сервере"
        case .notOneOf(let values):
            "\(field): неизвестное значение. Допустимые значения: "
                + values.joined(separator: ", ")
        case .intervalTooLong(let days): "\(field): интервал дат превышает \(days) день"
        case .unprintable(let character): "\(field): недопустимый символ \(character)"
        }
    }
}

extension Permission {
    /// As the page on which tokens are issued calls it (contract LightDoc, Token).
    var label: String {
        switch self {
        case .accountDocuments: "Доступ к документам аккаунта"
        case .personalDocuments: "Доступ к личным документам"
        case .signDocuments: "Подписание документов"
        case .issueSignature: "Выпуск подписи"
        }
    }
}
