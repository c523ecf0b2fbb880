import Domain

extension Messages {
    static func field(_ trouble: FieldTrouble) -> String {
        "Поле \"\(trouble.field)\": " + text(of: trouble.cause)
    }

    private static func text(of cause: FieldTrouble.Cause) -> String {
        switch cause {
        case .malformed: "описание поля некорректно"
        case .outsidePage: "поле выходит за пределы страницы"
        case .signedUpload: "в подписанном PDF нельзя разместить поля"
        case .notOpen: "поле нельзя заполнить"
        case .missing: "обязательно для заполнения"
        case .wrongKind: "значение не подходит к полю"
        case .wrongFormat: "неверный формат значения"
        case .unknownOption: "такого варианта нет"
        case .tooLong: "значение слишком длинное"
        case .doesNotFit: "значение не помещается в поле"
        case .unprintable: "есть символы, которые нельзя отобразить"
        case .unusablePicture: "изображение не подходит: нужен PNG или JPEG"
        }
    }

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
        case .past: "\(field): время уже прошло"
        case .negative: "\(field): не может быть отрицательным"
        case .repeated: "\(field): значение повторяется"
        case .unknown: "\(field): такого нет"
        case .unusablePicture: "\(field): изображение не подходит: нужен PNG или JPEG"
        case .unsupported: "\(field): значение не поддерживается в API"
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
