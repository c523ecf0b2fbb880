import Domain
import FoundationEssentials

extension Instant {
    /// Certificates may claim any year: what an instant cannot hold is cut off.
    init(_ date: Date) {
        let seconds = min(max(date.timeIntervalSince1970, -62_135_596_800), 253_402_300_799)
        self.init(microseconds: Int64(seconds * 1e6))
    }

    var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1e6) }
}
