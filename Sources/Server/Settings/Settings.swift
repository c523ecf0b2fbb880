public import Delivery
public import Domain
public import Foundation
public import Outbound
public import SignOKFace

/// The configuration of one process, checked.
public struct Settings: Equatable, Sendable {
    public enum AESKey: String, CaseIterable, Sendable {
        case rsa2048 = "rsa-2048"
        case p256 = "p-256"
    }

    public var dataFolder: String
    public var host: String
    public var port: Int
    /// `nil`: made from the address that is listened on.
    public var publicURL: String?
    /// What a document must reach to be signed.
    public var level: SealStandard.Level
    public var timestamps: TimestampSettings
    /// Ranges beside the public internet to which URLs that others have named may lead.
    public var outboundRules: AddressRules
    public var language: Language
    /// Of bare dates in the LightDoc API, and of times on pages.
    public var zone: TimeZone
    public var workers: Int
    public var aesKey: AESKey
    public var keyFile: String
    /// Failures of the SignOK API are told in the envelope alone.
    public var signOKAlwaysHTTP200: Bool
    public var signOKVocabulary: Vocabulary
    /// Who gets a copy is listed among the signers of the SignOK API as well.
    public var signOKReferees: Bool
    /// `nil`: messages to phones lie in the spool.
    public var phoneGateway: PhoneGateway?
    /// `nil`: identity is checked by a code to the contact alone.
    public var identityWebhook: IdentityWebhookSettings?

    public init(
        flags: [Setting: String] = [:],
        environment: [String: String],
        file: String? = nil
    ) throws {
        let path = file ?? environment["TAMGA_CONFIG"]
        let text = try path.map { path in
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw SettingError("the configuration file \(path) cannot be read")
            }
            return text
        }
        try self.init(
            SettingSources(flags: flags, environment: environment, file: text), environment)
    }

    private init(_ sources: SettingSources, _ environment: [String: String]) throws {
        dataFolder = sources[.dataFolder] ?? "./tamga-data"
        (host, port) = try Self.address(sources[.listen] ?? "127.0.0.1:8080")
        publicURL = try sources[.publicURL].map { try Self.url($0, .publicURL) }
        timestamps = try TimestampSettings(
            authority: sources[.tsa], fallback: sources[.tsaFallback])
        outboundRules = try Self.rules(sources[.outboundAllow] ?? "")
        language = try Self.choice(.language, sources[.language], default: .english)
        zone = try Self.zone(sources[.zone] ?? "UTC")
        workers = try Self.count(sources[.workers] ?? "2")
        aesKey = try Self.choice(.aesKey, sources[.aesKey], default: .rsa2048)
        keyFile = sources[.keyFile] ?? "\(dataFolder)/keys/master.key"
        level = try Self.choice(.level, sources[.level], default: .longTerm)
        signOKAlwaysHTTP200 = try Self.flag(.signOKAlwaysHTTP200, sources, default: false)
        signOKVocabulary = try Vocabulary(file: sources[.signOKVocabulary])
        signOKReferees = try Self.flag(.signOKReferees, sources, default: true)
        phoneGateway = try PhoneGateway(file: sources[.smsGateway], environment: environment)
        identityWebhook = try IdentityWebhookSettings(sources)
    }

    public var addresses: PublicAddresses {
        PublicAddresses(base: publicURL ?? "http://\(host):\(port)")
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ setting: Setting, _ text: String?, default: Choice
    ) throws -> Choice where Choice.RawValue == String {
        guard let text else { return `default` }
        guard let choice = Choice(rawValue: text) else {
            let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingError("\(setting.rawValue): \(text) is none of \(all)")
        }
        return choice
    }

    private static func flag(
        _ setting: Setting, _ sources: SettingSources, default: Bool
    ) throws -> Bool {
        guard let text = sources[setting] else { return `default` }
        guard let flag = Bool(text.lowercased()) else {
            throw SettingError("\(setting.rawValue): \(text) is neither true nor false")
        }
        return flag
    }

    private static func address(_ text: String) throws -> (String, Int) {
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
        else { throw SettingError("listen: \(text) is no address:port") }
        return (text[..<colon].trimmingCharacters(in: ["[", "]"]), port)
    }

    static func url(_ text: String, _ setting: Setting) throws -> String {
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host != nil,
            url.user == nil
        else { throw SettingError("\(setting.rawValue): \(text) is no http or https URL") }
        return text
    }

    /// Ranges separated by commas or spaces.
    private static func rules(_ text: String) throws -> AddressRules {
        let words = text.split { $0 == "," || $0.isWhitespace }
        return AddressRules(
            allowing: try words.map { word in
                guard let range = AddressRange(word) else {
                    throw SettingError(
                        "outbound-allow: \(word) is no range of addresses; write 10.1.0.0/16")
                }
                return range
            })
    }

    private static func zone(_ text: String) throws -> TimeZone {
        guard let zone = TimeZone(identifier: text) ?? TimeZone(abbreviation: text) else {
            throw SettingError("zone: \(text) is no zone; write UTC or Europe/Moscow")
        }
        return zone
    }

    private static func count(_ text: String) throws -> Int {
        guard let count = Int(text), (1...64).contains(count) else {
            throw SettingError("workers: \(text) is no number from 1 to 64")
        }
        return count
    }
}
