import Domain

extension Messages {
    /// Why a signature made elsewhere is not taken.
    static func externalSignature(_ problem: ExternalProblem) -> String {
        switch problem {
        case .uploadTooLarge:
            "서명 파일이 너무 큽니다. 64KB까지 올릴 수 있습니다."
        case .unreadable:
            "DER, PEM 또는 base64 형식의 CMS 서명 파일이 아닙니다."
        case .severalSigners:
            "여러 명의 서명이 들어 있는 파일입니다. 본인 서명 하나만 담긴 파일을 올려 주세요."
        case .embeddedContent:
            "서명 파일에 문서가 포함되어 있습니다. 문서가 분리된(detached) 서명을 만들어 주세요."
        case .unsupported:
            "지원하지 않는 서명 알고리즘입니다."
        case .weakAlgorithm:
            "안전하지 않은 알고리즘이나 짧은 키로 만든 서명입니다."
        case .otherBytes:
            "다른 파일에 대한 서명입니다. 서명할 파일을 다시 내려받아 그대로 서명해 주세요."
        case .signatureWrong:
            "서명이 올바르지 않습니다. 파일이 변경되었거나 다른 키로 서명되었습니다."
        case .certificateMissing:
            "서명에 인증서가 없습니다. 서명 파일에 서명자의 인증서를 포함해 주세요."
        case .otherCertificateNamed:
            "서명에 지정된 인증서와 포함된 인증서가 다릅니다."
        case .wrongUsage:
            "문서 서명에 쓸 수 없는 인증서입니다."
        case .untrusted:
            "이 서버가 신뢰하는 기관에서 발급한 인증서가 아닙니다."
        case .notYetValid:
            "아직 유효 기간이 시작되지 않은 인증서입니다."
        case .expired:
            "유효 기간이 지난 인증서입니다."
        case .revoked:
            "폐지된 인증서입니다."
        case .revocationUnknown:
            "인증서의 폐지 여부를 확인하지 못했습니다. 발급 기관이 응답하지 않습니다. 잠시 후 다시 시도해 주세요."
        case .businessNumberMissing:
            "인증서에서 사업자등록번호를 확인할 수 없습니다. 사업자용 인증서를 사용해 주세요."
        case .otherBusiness:
            "다른 사업자의 인증서입니다."
        case .roomExceeded(let measured, let room):
            "서명이 확보된 공간보다 큽니다(필요 \(measured), 확보 \(room)). 서명할 파일을 다시 내려받으면 충분한 공간이 확보됩니다."
        }
    }

    static let preparationExpired =
        "서명할 파일이 더 이상 유효하지 않습니다. 그 사이 문서가 바뀌었습니다. 다시 내려받아 서명해 주세요."
}
