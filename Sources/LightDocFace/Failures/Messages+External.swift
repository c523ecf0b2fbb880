import Domain

extension Messages {
    /// Why a signature made elsewhere is not taken.
    static func externalSignature(_ problem: ExternalProblem) -> String {
        switch problem {
        case .uploadTooLarge:
            "Файл подписи слишком велик: допустимо не более 64 КБ."
        case .unreadable:
            "Файл не является подписью CMS в формате DER, PEM или base64."
        case .severalSigners:
            "В файле несколько подписей. Отправьте файл с одной — вашей."
        case .embeddedContent:
            "Подпись содержит сам документ. Создайте отсоединённую подпись."
        case .unsupported:
            "Алгоритм этой подписи не поддерживается."
        case .weakAlgorithm:
            "Подпись создана ненадёжным алгоритмом или слишком коротким ключом."
        case .otherBytes:
            "Подписан другой файл. Скачайте файл для подписи ещё раз и подпишите его без изменений."
        case .signatureWrong:
            "Подпись неверна: файл был изменён или подписан другим ключом."
        case .certificateMissing:
            "В подписи нет сертификата. Включите сертификат подписанта в файл подписи."
        case .otherCertificateNamed:
            "В подписи указан не тот сертификат, который приложен."
        case .wrongUsage:
            "Этот сертификат не предназначен для подписания документов."
        case .untrusted:
            "Сертификат выдан центром, которому этот сервер не доверяет."
        case .notYetValid:
            "Срок действия сертификата ещё не начался."
        case .expired:
            "Срок действия сертификата истёк."
        case .revoked:
            "Сертификат отозван."
        case .revocationUnknown:
            "Не удалось узнать, не отозван ли сертификат: его центр не отвечает. Попробуйте позже."
        case .businessNumberMissing:
            "В сертификате нет номера организации, который можно проверить."
        case .otherBusiness:
            "Сертификат выдан другой организации."
        case .roomExceeded(let measured, let room):
            "Подпись больше, чем оставлено места: нужно \(measured), есть \(room). Скачайте файл для подписи ещё раз — места в нём хватит."
        }
    }

    static let preparationExpired =
        "Файл для подписи устарел: документ с тех пор изменился. Скачайте его ещё раз и подпишите."
}
