import HTTPCommon

extension Messages {
    static let routeNotFound = "Метод API не найден"

    static func methodNotAllowed(_ allowed: [String]) -> String {
        "Метод HTTP не поддерживается. Допустимые методы: " + allowed.joined(separator: ", ")
    }

    static let malformedRequest = "Запрос составлен неверно"

    static func unsupportedMediaType(_ expected: String) -> String {
        "Неверный Content-Type: ожидается \(expected)"
    }

    static func bodyTooLarge(_ limit: Int) -> String { "Тело запроса больше \(limit) байт" }

    static let bodyTooSlow = "Тело запроса передаётся слишком медленно"
    static let bodyTruncated = "Тело запроса получено не полностью"

    static func malformedJSON(_ offset: Int) -> String {
        "Тело запроса не является JSON: ошибка в байте \(offset)"
    }

    static func jsonTooDeep(_ limit: Int) -> String {
        "Тело запроса: вложенность JSON больше \(limit)"
    }

    static func malformedMultipart(_ error: MultipartError) -> String {
        switch error {
        case .boundary: "Неверный Content-Type: не указан или недопустим boundary"
        case .headerTooLarge(let limit): "Форма files: заголовок части больше \(limit) байт"
        case .header: "Форма files: у части нет имени"
        case .tooManyParts(let limit): "Форма files: частей больше \(limit)"
        case .truncated: "Форма files получена не полностью"
        }
    }

    static func rangeNotSatisfiable(_ byteCount: Int) -> String {
        "Запрошенный диапазон Range вне файла размером \(byteCount) байт"
    }

    static let foreignOrigin = "Запрос отправлен с другого сайта"
    static let noFiles = "В форме нет файлов: ожидается поле files"

    static func notPDF(_ fileName: String) -> String { "Файл \"\(fileName)\" не является PDF" }

    static func fileUnusable(_ fileName: String) -> String {
        "Файл \"\(fileName)\" нельзя подписать"
    }

    static func uploadTooLarge(_ limit: Int) -> String {
        "Суммарный размер файлов files больше \(limit / 1_048_576) МБ"
    }

    static func tooManyFiles(_ limit: Int) -> String { "Файлов files больше \(limit)" }
}
