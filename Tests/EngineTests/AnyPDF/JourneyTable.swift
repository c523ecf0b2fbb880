import Domain
import Foundation

/// Where the files of a corpus ended, counted.
struct JourneyTable: CustomStringConvertible {
    private var ends: [String: [String]] = [:]
    private(set) var objections: [String] = []
    private(set) var faults: [String] = []

    mutating func note(_ journey: Journey, objections found: [String]) {
        ends[Self.name(of: journey.end), default: []].append(journey.file)
        objections += found.map { "\(journey.file): \($0)" }
        if case .fault(let reason) = journey.end { faults.append("\(journey.file): \(reason)") }
    }

    private static func name(of end: Journey.End) -> String {
        switch end {
        case .signed(let arrival) where arrival.earlierCount > 0: "signed, beside others"
        case .signed(let arrival): arrival.isNormalised ? "signed, normalised" : "signed, as it was"
        case .refused(let trouble): "refused: \(trouble.rawValue)"
        case .fault: "fault"
        }
    }

    var count: Int { ends.values.reduce(0) { $0 + $1.count } }

    var description: String {
        ends.sorted { $0.key < $1.key }
            .map { name, files in
                let count = String(files.count)
                return String(repeating: " ", count: max(0, 6 - count.count)) + "\(count)  \(name)"
            }
            .joined(separator: "\n")
    }

    /// Each file's end, one a line.
    var details: String {
        let lines = ends.flatMap { name, files in files.map { "\($0)\t\(name)" } }.sorted()
        return (lines + faults.sorted() + objections.sorted()).joined(separator: "\n") + "\n"
    }
}
