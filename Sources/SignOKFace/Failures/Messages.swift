import Domain

/// The texts of refusals on this wire. They are part of the contract, in Korean only, so they
/// stand here and not in the catalogues of the pages.
enum Messages {
    static let unauthenticated = "유효한 액세스 토큰이 필요합니다."
    static let permissionMissing = "이 작업을 수행할 권한이 없습니다."
    static let documentNotFound = "문서를 찾을 수 없습니다."
    static let linkNotFound = "링크를 찾을 수 없습니다."
    static let pageNotFound = "페이지를 찾을 수 없습니다."
    static let signerNotFound = "문서에서 서명자를 찾을 수 없습니다."
    static let wrongState = "현재 문서 상태에서는 수행할 수 없는 작업입니다."
    static let turnNotReached = "아직 이 서명자의 순서가 아닙니다."
    static let alreadySigned = "이미 서명한 서명자입니다."
    static let wrongMethod = "이 서명자의 서명 방법으로는 수행할 수 없는 작업입니다."
    static let verificationRequired = "본인 확인을 마친 사용자만 서명할 수 있습니다."

    static func certificateUnusable(_ problem: Refusal.CertificateProblem) -> String {
        switch problem {
        case .unknown: "인증서를 찾을 수 없습니다."
        case .expired: "유효 기간이 지난 인증서입니다."
        case .revoked: "폐지된 인증서입니다."
        }
    }

    static let keyMismatch = "개인키가 인증서와 일치하지 않습니다."
    static let notYetSigned = "아직 완료되지 않은 문서입니다."
    static let consentMissing = "전자서명 이용에 동의해야 합니다."
    static let templateNotFound = "템플릿을 찾을 수 없습니다."
    static let bulkNotFound = "대량 생성 내역을 찾을 수 없습니다."

    static func attachmentMissing(_ index: Int) -> String {
        "\(index + 1)번째 요청 첨부파일이 제출되지 않았습니다."
    }

    static let accessRequired = "문서 열람 인증이 필요합니다."

    static func wrongAccess(_ attemptsLeft: Int) -> String {
        "열람 인증 정보가 올바르지 않습니다. 남은 시도 횟수: \(attemptsLeft)"
    }

    static func wrongCertificate(_ problem: ExternalProblem, _ attemptsLeft: Int) -> String {
        "\(externalSignature(problem)) 남은 시도 횟수: \(attemptsLeft)"
    }

    static func accessLocked(_ seconds: Int) -> String {
        "열람 인증 실패가 반복되어 잠겼습니다. \(seconds)초 후에 다시 시도하세요."
    }

    static let confirmationNotFound = "인증 요청을 찾을 수 없습니다."
    static let confirmationSpent = "더 이상 사용할 수 없는 인증 요청입니다. 새 인증번호를 요청하세요."
    static let confirmationExpired = "인증번호의 유효 시간이 지났습니다."

    static func wrongCode(_ attemptsLeft: Int) -> String {
        "인증번호가 올바르지 않습니다. 남은 시도 횟수: \(attemptsLeft)"
    }

    static func tooSoon(_ seconds: Int) -> String {
        "인증번호를 이미 보냈습니다. \(seconds)초 후에 다시 시도하세요."
    }

    static let timestampUnavailable = "시점확인 서버가 응답하지 않아 서명하지 못했습니다. 잠시 후 다시 시도하세요."
    static let identityUnavailable = "본인인증 기관이 응답하지 않습니다. 잠시 후 다시 시도하세요."
    static let busy = "서버가 혼잡합니다. 잠시 후 다시 시도하세요."

    static func fault(requestID: String) -> String {
        "서버 내부 오류가 발생했습니다. 요청 번호: \(requestID)"
    }
}
