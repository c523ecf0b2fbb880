import FuzzHarness
import HTTPCommon

/// A body must mean the same however the network cuts it.
struct MultipartTrial {
    let mediaType: String
    let body: [UInt8]

    private enum Outcome: Equatable {
        case events([MultipartParser.Event])
        case refused(MultipartError)
    }

    func run() {
        let whole = outcome(pieceLength: max(1, body.count))
        for length in [1, 7, 64] {
            require(outcome(pieceLength: length) == whole, "pieces of \(length) mean otherwise")
        }
    }

    private func outcome(pieceLength: Int) -> Outcome {
        do throws(MultipartError) {
            var parser = try MultipartParser(mediaType: ParameterizedValue(mediaType))
            var events: [MultipartParser.Event] = []
            for start in stride(from: 0, to: body.count, by: pieceLength) {
                events += try parser.feed(body[start..<min(body.count, start + pieceLength)])
            }
            try parser.finish()
            return .events(Self.joined(events))
        } catch {
            return .refused(error)
        }
    }

    /// Neighbouring pieces of one part's data as one.
    private static func joined(_ events: [MultipartParser.Event]) -> [MultipartParser.Event] {
        var joined: [MultipartParser.Event] = []
        for event in events {
            if case .data(let next) = event, case .data(let last)? = joined.last {
                joined[joined.count - 1] = .data(last + next)
            } else {
                joined.append(event)
            }
        }
        return joined
    }
}
