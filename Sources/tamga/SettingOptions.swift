import ArgumentParser
import Foundation
import Server

/// The settings as flags, the same for every command; each is also an environment variable.
struct SettingOptions: ParsableArguments {
    @Option(name: .customLong("config"), help: "A YAML or JSON file with these settings.")
    var file: String?

    @Option(name: .customLong(Setting.dataFolder.rawValue), help: help(.dataFolder))
    var dataFolder: String?

    @Option(name: .customLong(Setting.listen.rawValue), help: help(.listen))
    var listen: String?

    @Option(name: .customLong(Setting.publicURL.rawValue), help: help(.publicURL))
    var publicURL: String?

    @Option(name: .customLong(Setting.level.rawValue), help: help(.level))
    var level: String?

    @Option(name: .customLong(Setting.tsa.rawValue), help: help(.tsa))
    var tsa: String?

    @Option(name: .customLong(Setting.tsaFallback.rawValue), help: help(.tsaFallback))
    var tsaFallback: String?

    @Option(name: .customLong(Setting.outboundAllow.rawValue), help: help(.outboundAllow))
    var outboundAllow: String?

    @Option(name: .customLong(Setting.language.rawValue), help: help(.language))
    var language: String?

    @Option(name: .customLong(Setting.zone.rawValue), help: help(.zone))
    var zone: String?

    @Option(name: .customLong(Setting.workers.rawValue), help: help(.workers))
    var workers: String?

    @Option(name: .customLong(Setting.aesKey.rawValue), help: help(.aesKey))
    var aesKey: String?

    @Option(name: .customLong(Setting.keyFile.rawValue), help: help(.keyFile))
    var keyFile: String?

    @Option(
        name: .customLong(Setting.signOKAlwaysHTTP200.rawValue), help: help(.signOKAlwaysHTTP200))
    var signOKAlwaysHTTP200: String?

    @Option(name: .customLong(Setting.signOKVocabulary.rawValue), help: help(.signOKVocabulary))
    var signOKVocabulary: String?

    @Option(name: .customLong(Setting.smsGateway.rawValue), help: help(.smsGateway))
    var smsGateway: String?

    @Option(name: .customLong(Setting.identityWebhook.rawValue), help: help(.identityWebhook))
    var identityWebhook: String?

    @Option(
        name: .customLong(Setting.identityWebhookSecretFile.rawValue),
        help: help(.identityWebhookSecretFile))
    var identityWebhookSecretFile: String?

    func settings() throws -> Settings {
        try Settings(
            flags: flags, environment: ProcessInfo.processInfo.environment, file: file)
    }

    private var flags: [Setting: String] {
        let given: [(Setting, String?)] = [
            (.dataFolder, dataFolder), (.listen, listen), (.publicURL, publicURL),
            (.level, level), (.tsa, tsa), (.tsaFallback, tsaFallback),
            (.outboundAllow, outboundAllow), (.language, language), (.zone, zone),
            (.workers, workers), (.aesKey, aesKey), (.keyFile, keyFile),
            (.signOKAlwaysHTTP200, signOKAlwaysHTTP200), (.signOKVocabulary, signOKVocabulary),
            (.smsGateway, smsGateway), (.identityWebhook, identityWebhook),
            (.identityWebhookSecretFile, identityWebhookSecretFile),
        ]
        return Dictionary(
            uniqueKeysWithValues: given.compactMap { setting, value in
                value.map { (setting, $0) }
            })
    }

    private static func help(_ setting: Setting) -> ArgumentHelp {
        ArgumentHelp("\(setting.meaning) [\(setting.environmentName)]")
    }
}
