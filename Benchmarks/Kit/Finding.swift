import Foundation

/// One figure beside what it must not pass.
package struct Finding: CustomStringConvertible {
    package enum Bound {
        case atMost(Double)
        case atLeast(Double)
    }

    package let what: String
    package let figure: Double
    package let unit: String
    package let bound: Bound

    package init(what: String, figure: Double, unit: String, bound: Bound) {
        self.what = what
        self.figure = figure
        self.unit = unit
        self.bound = bound
    }

    package var holds: Bool {
        switch bound {
        case .atMost(let limit): figure <= limit
        case .atLeast(let limit): figure >= limit
        }
    }

    package var description: String {
        let goal =
            switch bound {
            case .atMost(let limit): "≤ \(Self.text(limit))"
            case .atLeast(let limit): "≥ \(Self.text(limit))"
            }
        return "\(what): \(Self.text(figure)) \(unit) (goal \(goal)) \(holds ? "✓" : "✗ MISSED")"
    }

    private static func text(_ number: Double) -> String {
        String(format: "%.2f", number)
    }
}
