import Domain

/// The texts of refusals on this wire. They are part of the contract, in Russian only, so they
/// stand here and not in the catalogues of the pages.
enum Messages {
    static let unauthenticated =
        "Не указан действующий токен API: ожидается заголовок Authorization: Bearer"

    static func permissionMissing(_ permission: Permission) -> String {
        "У токена API нет разрешения «\(permission.label)»"
    }

    static func documentNotFound(_ id: String) -> String { "Документ с ID \"\(id)\" не найден" }
    static let linkNotFound = "Ссылка не найдена"
    static let pageNotFound = "Страница не найдена"

    static func contextNotFound(_ id: String) -> String {
        "Контекст подписания context.id не найден в документе с ID \"\(id)\""
    }

    static func wrongState(_ id: String) -> String {
        "Операция недоступна в текущем статусе документа с ID \"\(id)\""
    }

    static func actionUnavailable(_ action: String, _ id: String) -> String {
        "Действие \(action) недоступно для документа с ID \"\(id)\""
    }

    static let turnNotReached = "Очередь этого подписанта ещё не наступила"

    static func alreadySigned(_ id: String) -> String {
        "Документ с ID \"\(id)\" уже подписан этим подписантом"
    }

    static let wrongMethod = "Тип подписи этого подписанта не AesLightDoc"
    static let verificationRequired =
        "Подписать документ может только пользователь, прошедший верификацию"

    static func certificateUnusable(_ problem: Refusal.CertificateProblem) -> String {
        switch problem {
        case .unknown: "Сертификат с отпечатком signature.thumbprint не найден"
        case .expired: "Срок действия сертификата signature.thumbprint истёк"
        case .revoked: "Сертификат signature.thumbprint отозван"
        }
    }

    static let keyMismatch = "Ключ signature.key не соответствует сертификату signature.thumbprint"

    static func notYetSigned(_ id: String) -> String { "Документ с ID \"\(id)\" ещё не подписан" }

    static let templateNotFound = "Шаблон не найден"
    static let bulkNotFound = "Пакет документов не найден"

    static func attachmentMissing(_ index: Int) -> String {
        "Не приложен запрошенный файл № \(index + 1)"
    }

    static let accessRequired = "Сначала подтвердите право на просмотр документа"

    static func wrongAccess(_ attemptsLeft: Int) -> String {
        "Неверный ответ. Осталось попыток: \(attemptsLeft)"
    }

    static func wrongCertificate(_ problem: ExternalProblem, _ attemptsLeft: Int) -> String {
        "\(externalSignature(problem)) Осталось попыток: \(attemptsLeft)"
    }

    static func accessLocked(_ seconds: Int) -> String {
        "Слишком много неверных ответов. Повторите через \(seconds) с"
    }

    static let consentMissing = "Нет согласия с правилами электронной подписи"
    static let confirmationNotFound = "Запрос выпуска подписи issue.id не найден"
    static let confirmationSpent =
        "Запрос выпуска подписи issue.id больше не действует: запросите новый код"
    static let confirmationExpired = "Срок действия запроса выпуска подписи issue.id истёк"

    static func wrongCode(_ attemptsLeft: Int) -> String {
        "Неверный код подтверждения code. Осталось попыток: \(attemptsLeft)"
    }

    static func tooSoon(_ seconds: Int) -> String {
        "Код подтверждения уже отправлен. Повторите запрос через \(seconds) с"
    }

    static let timestampUnavailable =
        "Служба штампов времени не отвечает, подпись не поставлена. Повторите запрос позже"
    static let identityUnavailable =
        "Служба проверки личности не отвечает, ничего не изменено. Повторите запрос позже"
    static let busy = "Сервер занят. Повторите запрос позже"

    static func fault(requestID: String) -> String {
        "Внутренняя ошибка сервера. Номер запроса: \(requestID)"
    }
}
