/// Everything that can be configured: the one list. The raw value is the flag and the key of the
/// file; in the environment it reads `TAMGA_` and the name in capitals.
public enum Setting: String, CaseIterable, Sendable {
    case dataFolder = "data-dir"
    case listen
    case publicURL = "public-url"
    case level
    case tsa
    case tsaFallback = "tsa-fallback"
    case outboundAllow = "outbound-allow"
    case language = "locale"
    case zone
    case workers
    case aesKey = "aes-key"
    case keyFile = "key-file"
    case signOKAlwaysHTTP200 = "signok-always-http-200"
    case signOKVocabulary = "signok-vocabulary"
    case signOKReferees = "signok-referee-in-signers"
    case smsGateway = "sms-gateway"
    case identityWebhook = "identity-webhook"
    case identityWebhookSecret = "identity-webhook-secret"
    case identityWebhookSecretFile = "identity-webhook-secret-file"

    public static let environmentPrefix = "TAMGA_"

    public var environmentName: String {
        Self.environmentPrefix + environmentSuffix
    }

    var environmentSuffix: String {
        rawValue.uppercased().replacing("-", with: "_")
    }

    public var meaning: String {
        switch self {
        case .dataFolder: "Database, blobs, keys and mail spool (default ./tamga-data)"
        case .listen: "Address and port; port 0 means any (default 127.0.0.1:8080)"
        case .publicURL: "Base of every returned URL (default http://<listen>)"
        case .level: "What a document must reach to become signed b-b or b-lta (default b-lta)"
        case .tsa: "Timestamps: embedded, or the URL of an RFC 3161 authority (default embedded)"
        case .tsaFallback: "embedded: signs when the other authority is silent (default none)"
        case .outboundAllow: "Address ranges that the server may connect to although private"
        case .language: "Language of pages where nothing better is known: ru, ko, en (default en)"
        case .zone: "Zone of bare dates of the LightDoc API, such as Europe/Moscow (default UTC)"
        case .workers: "Job workers inside serve (default 2)"
        case .aesKey: "Keys issued by the LightDoc API: rsa-2048 or p-256 (default rsa-2048)"
        case .keyFile: "The key under which all keys are kept (default <data-dir>/keys/master.key)"
        case .signOKAlwaysHTTP200: "Failures of the SignOK API have status 200 (default false)"
        case .signOKReferees:
            "Who gets a copy is listed among the SignOK API's signers too (default true)"
        case .signOKVocabulary: "A YAML or JSON file with the SignOK API's codes and labels"
        case .smsGateway:
            "A YAML or JSON file with the HTTP gateway of phone messages (none: spool)"
        case .identityWebhook: "URL of a contracted identity provider (none: a code to the contact)"
        case .identityWebhookSecret: "The secret shared with it: whsec_ and base64"
        case .identityWebhookSecretFile: "A file with that secret"
        }
    }
}

/// A setting that cannot be used: says which, and what to do.
public struct SettingError: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
