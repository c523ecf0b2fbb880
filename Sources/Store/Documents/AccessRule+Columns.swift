internal import Domain
internal import SQLText

extension AccessRule {
    var column: String {
        switch self {
        case .link: "link"
        case .code: "code"
        case .contact: "contact"
        case .checks: "checks"
        }
    }
}

extension Row {
    func accessRule() throws -> AccessRule {
        switch try value("access", as: String.self) {
        case "link": .link
        case "code": .code
        case "contact": .contact
        case "checks":
            .checks(
                AccessChecks(
                    passwordHash: try value("password_hash"), phoneName: try value("phone_name"),
                    appName: try value("app_name"), businessNumber: try value("business_number")))
        case let rule: throw SQLError(.decoding, "unknown rule of access \(rule)")
        }
    }
}
