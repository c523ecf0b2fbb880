import Foundation
import TamgaTestKit
import Testing

/// One signature to be made: with which key, at which level, in which manner.
struct SigningCase: CustomTestStringConvertible, Sendable {
    enum Level: String, CaseIterable, Comparable, Sendable {
        case basic = "b-b"
        case timestamped = "b-t"
        case longTerm = "b-lt"
        case archival = "b-lta"

        /// The names grow with the levels.
        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    enum Manner: String, CaseIterable, Sendable {
        case invisible, visible, existingField, certifying, locking
    }

    let level: Level
    let key: KeyKind
    let manner: Manner

    var testDescription: String { "\(level.rawValue) \(key) \(manner)" }

    /// Every key at every level, the manners in turn; all of all where `WHOLE_MATRIX` is set.
    static let all: [SigningCase] = {
        let isWhole = ProcessInfo.processInfo.environment["WHOLE_MATRIX"] != nil
        var turn = 0
        return Level.allCases.flatMap { level in
            KeyKind.allCases.flatMap { key in
                turn += 1
                let manners = isWhole ? Manner.allCases : [Manner.allCases[turn % 5]]
                return manners.map { SigningCase(level: level, key: key, manner: $0) }
            }
        }
    }()

    var input: [UInt8] {
        manner == .existingField ? SamplePDF.form().bytes() : SamplePDF.plain(pages: 2).bytes()
    }

    var arguments: [String] {
        switch manner {
        case .invisible: []
        case .visible:
            ["--visible", "2:72,72,200,60", "--reason", "Согласовано", "--location", "서울"]
        case .existingField: ["--field", "p01"]
        case .certifying: ["--certify", "form-filling"]
        case .locking: ["--lock", "all"]
        }
    }
}
