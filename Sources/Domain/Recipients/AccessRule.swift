/// What a link asks of its holder before it shows or does anything.
public enum AccessRule: Equatable, Sendable {
    /// The link is enough.
    case link
    /// The link shows the document; signing takes a one-time code (LightDoc `Bes`).
    case code
    /// The holder retypes the contact to which the link was sent (SignOK `SIMPLE`, no `auth`).
    case contact
    /// Each of these in turn (SignOK `auth`).
    case checks(AccessChecks)

    /// What is to be passed before the document is shown, in the order in which it is asked for.
    public var steps: [AccessStep] {
        switch self {
        case .link, .code: []
        case .contact: [.contact]
        case .checks(let checks): checks.steps
        }
    }

    public var checks: AccessChecks? {
        if case .checks(let checks) = self { checks } else { nil }
    }
}

/// One thing that is asked at the door.
public enum AccessStep: String, CaseIterable, Sendable {
    case contact, password, phoneIdentity, appIdentity, businessCertificate
}

/// The checks that a sender asked for; at least one is there (contract SignOK, `auth`).
public struct AccessChecks: Equatable, Sendable {
    /// Made under the link key: the password itself is nowhere.
    public var passwordHash: String?
    /// The real name that a telephone operator is to confirm (`hp`).
    public var phoneName: String?
    /// The real name that an identity app is to confirm (`simple`).
    public var appName: String?
    /// Ten digits: the holder shows a corporate certificate with them (`biz_no`).
    public var businessNumber: String?

    public init(
        passwordHash: String? = nil, phoneName: String? = nil, appName: String? = nil,
        businessNumber: String? = nil
    ) {
        self.passwordHash = passwordHash
        self.phoneName = phoneName
        self.appName = appName
        self.businessNumber = businessNumber
    }

    /// Somebody else is asked who the person is.
    var checksIdentity: Bool { phoneName != nil || appName != nil }

    public var steps: [AccessStep] {
        AccessStep.allCases.filter { step in
            switch step {
            case .contact: false
            case .password: passwordHash != nil
            case .phoneIdentity: phoneName != nil
            case .appIdentity: appName != nil
            case .businessCertificate: businessNumber != nil
            }
        }
    }
}
