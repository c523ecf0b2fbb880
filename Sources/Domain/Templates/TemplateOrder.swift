/// What a client settles of a document that is made from a template. Paths say where the client
/// wrote a thing (`bulk_list[3].signer[0].contact`), so that what is wrong with it can be named.
public struct TemplateOrder: Sendable {
    /// Before every path of the order: empty, or ending in a dot.
    public var path: String
    public var clientID: String?
    /// `nil` for the template's own.
    public var title: String?
    public var parties: [PartyOrder]
    public var copies: [CopyOrder]
    /// For the fields of every party.
    public var entries: [EntryOrder]
    /// `nil` for the template's own.
    public var requiresApproval: Bool?
    public var redirect: RedirectAddress?
    public var isSentAtOnce: Bool
    /// Instead of the template's own; empty for these.
    public var files: [ReadFile]
    public var bulk: BulkPlace?

    public init(
        path: String = "", clientID: String? = nil, title: String? = nil,
        parties: [PartyOrder] = [], copies: [CopyOrder] = [], entries: [EntryOrder] = [],
        requiresApproval: Bool? = nil, redirect: RedirectAddress? = nil,
        isSentAtOnce: Bool = false, files: [ReadFile] = [], bulk: BulkPlace? = nil
    ) {
        self.path = path
        self.clientID = clientID
        self.title = title
        self.parties = parties
        self.copies = copies
        self.entries = entries
        self.requiresApproval = requiresApproval
        self.redirect = redirect
        self.isSentAtOnce = isSentAtOnce
        self.files = files
        self.bulk = bulk
    }
}

/// Who a party of the template is.
public struct PartyOrder: Sendable {
    public let path: String
    public let reference: PartyReference
    /// `nil` for the template's own, as in `contact`.
    public let name: PersonName?
    public let contact: Contact?
    public let checks: CheckOrder?
    public let memo: String?
    /// For this party's fields alone.
    public let entries: [EntryOrder]

    public init(
        path: String, reference: PartyReference, name: PersonName? = nil,
        contact: Contact? = nil, checks: CheckOrder? = nil, memo: String? = nil,
        entries: [EntryOrder] = []
    ) {
        self.path = path
        self.reference = reference
        self.name = name
        self.contact = contact
        self.checks = checks
        self.memo = memo
        self.entries = entries
    }
}

/// How a client names a party of the template.
public enum PartyReference: Equatable, Sendable {
    /// From 1, in the order of acting.
    case index(Int)
    case id(String)
}

/// Who may look at the document.
public struct CopyOrder: Sendable {
    public let path: String
    public let contact: Contact

    public init(path: String, contact: Contact) {
        self.path = path
        self.contact = contact
    }
}

/// What is to be asked at the door. `nil` asks nothing; something is asked.
public struct CheckOrder: Sendable {
    public let path: String
    public let password: String?
    public let phoneName: String?
    public let appName: String?
    public let businessNumber: String?

    public init(
        path: String, password: String? = nil, phoneName: String? = nil, appName: String? = nil,
        businessNumber: String? = nil
    ) {
        self.path = path
        self.password = password
        self.phoneName = phoneName
        self.appName = appName
        self.businessNumber = businessNumber
    }
}

/// What is to stand in every field with this key.
public struct EntryOrder: Sendable {
    public let path: String
    public let key: String
    public let value: Value

    public enum Value: Equatable, Sendable {
        case text(String)
        case tick(Bool)
        /// A PNG or JPEG as it was sent.
        case picture([UInt8])
    }

    public init(path: String, key: String, value: Value) {
        self.path = path
        self.key = key
        self.value = value
    }
}
