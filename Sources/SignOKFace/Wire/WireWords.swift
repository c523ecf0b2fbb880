import Domain

extension Field.Kind {
    var wireName: String {
        switch self {
        case .text: "TEXT"
        case .checkbox: "CHECKBOX"
        case .radio: "RADIO"
        case .selectBox: "SELECTBOX"
        case .stamp: "STAMP"
        }
    }
}

extension RecipientRole {
    var wireName: String {
        switch self {
        case .signer: "SIGNATORY"
        case .reviewer: "REVIEWER"
        case .carbonCopy: "REFEREE"
        }
    }

    /// As version 1 describes it.
    var label: String {
        switch self {
        case .signer: "서명자"
        case .reviewer: "검토자"
        case .carbonCopy: "참조자"
        }
    }
}
