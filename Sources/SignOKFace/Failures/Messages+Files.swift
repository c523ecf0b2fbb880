import Domain

extension Messages {
    static func fileUnusable(_ fileName: String, _ trouble: FileTrouble) -> String {
        "서명할 수 없는 파일입니다: \(fileName) (\(text(of: trouble)))"
    }

    private static func text(of trouble: FileTrouble) -> String {
        switch trouble {
        case .unreadable: "손상됨"
        case .passwordRequired: "암호로 보호됨"
        case .encryptedForOthers: "다른 사람의 인증서로 암호화됨"
        case .dynamicForm: "동적 XFA 양식"
        case .empty: "페이지 없음"
        case .tooManyPages: "페이지 수 초과"
        case .tooComplex: "처리 한도 초과"
        case .certifiedAgainstChanges: "추가 서명이 금지된 인증 파일"
        case .fieldsLocked: "기존 서명이 필드를 잠금"
        case .signedAndEncrypted: "서명과 암호화가 함께 적용됨"
        case .signedAndHybrid: "서명된 파일의 상호 참조가 서로 다름"
        case .signedAndDamaged: "서명된 파일이 손상됨"
        case .signatureBroken: "기존 서명이 유효하지 않음"
        case .signedAmongOthers: "이미 서명된 파일은 단독으로만 허용"
        case .unprintableText: "표시할 수 없는 문자"
        }
    }
}
