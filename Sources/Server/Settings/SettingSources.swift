import Configuration
import Yams

/// Where settings come from: flags > environment > file > defaults. Unknown keys are errors.
struct SettingSources {
    private let reader: ConfigReader

    init(
        flags: [Setting: String], environment: [String: String], file: String?
    ) throws {
        let own = environment.filter { $0.key.hasPrefix(Setting.environmentPrefix) }
        for name in own.keys.sorted() where !Self.environmentNames.contains(name) {
            throw Self.unknown(name, among: Array(Self.environmentNames))
        }
        let suffixes = Dictionary(
            uniqueKeysWithValues: own.map {
                (String($0.key.dropFirst(Setting.environmentPrefix.count)), $0.value)
            })
        reader = ConfigReader(providers: [
            Self.provider(flags),
            EnvironmentVariablesProvider(environmentVariables: suffixes),
            Self.provider(try file.map(Self.settings) ?? [:]),
        ])
    }

    subscript(setting: Setting) -> String? {
        reader.string(forKey: ConfigKey([setting.rawValue]))
    }

    /// Names that are no settings, but read by the program or its tests.
    private static let foreignNames: Set = ["TAMGA_CONFIG", "TAMGA_PYTHON", "TAMGA_CORPORA"]

    private static let environmentNames =
        foreignNames.union(Setting.allCases.map(\.environmentName))

    private static func provider(_ values: [Setting: String]) -> InMemoryProvider {
        InMemoryProvider(
            values: Dictionary(
                uniqueKeysWithValues: values.map { setting, value in
                    (AbsoluteConfigKey([setting.rawValue]), ConfigValue(stringLiteral: value))
                }))
    }

    /// YAML, of which JSON is a part.
    private static func settings(ofFile text: String) throws -> [Setting: String] {
        guard let pairs = try Yams.load(yaml: text) as? [String: Any] else {
            throw SettingError("the configuration file is no mapping of keys to values")
        }
        var settings: [Setting: String] = [:]
        for (key, value) in pairs {
            guard let setting = Setting(rawValue: key) else {
                throw unknown(key, among: Setting.allCases.map(\.rawValue))
            }
            settings[setting] = "\(value)"
        }
        return settings
    }

    private static func unknown(_ name: String, among known: [String]) -> SettingError {
        let nearest = known.min { name.editDistance(to: $0) < name.editDistance(to: $1) }
        return SettingError("unknown setting \(name): did you mean \(nearest ?? "")?")
    }
}

extension String {
    /// Levenshtein's distance, for suggestions.
    fileprivate func editDistance(to other: String) -> Int {
        let target = Array(other)
        var row = Array(0...target.count)
        for (i, character) in enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in target.indices {
                let substitution = diagonal + (character == target[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = Swift.min(substitution, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[target.count]
    }
}
