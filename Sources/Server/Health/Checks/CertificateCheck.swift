import Authority
import Domain
import Foundation

/// The server's keys open, and the certificates beside them are theirs and hold for long.
struct CertificateCheck: Check {
    private let folder: String
    private let keyFile: String
    private let now: Instant

    /// Certificates of simple signatures end with the issuing CA's, and must outlive the document.
    private static let neededSeconds: Int64 = 10 * 365 * 86_400

    init(_ settings: Settings, at now: Instant = SystemClock().now()) {
        (folder, keyFile) = (settings.keyFolder, settings.keyFile)
        self.now = now
    }

    func finding() async -> Finding {
        do {
            guard try KeyVault.holdsKeys(folder) else {
                return .warning(
                    "there are no keys yet", remedy: "tamga serve makes them at its first start")
            }
            let authority = try TamgaAuthority(
                folder: folder, vault: KeyVault(reading: folder, masterKeyFile: keyFile),
                keptKey: .p256, randomness: SystemRandomness(), at: now)
            return try finding(from: authority.validFrom, until: authority.validUntil)
        } catch {
            return .failed(
                "\(error)",
                remedy: "restore \(keyFile) and \(folder) together, from one backup")
        }
    }

    private func finding(from start: Instant, until end: Instant) throws -> Finding {
        guard now >= start else {
            return .failed(
                "the certificates begin on \(start.day), after what the clock says",
                remedy: "set the clock")
        }
        let remedy =
            "begin anew in another data directory; signed documents keep what they need in them"
        guard now < end else { return .failed("they ended on \(end.day)", remedy: remedy) }
        guard now.adding(seconds: Self.neededSeconds) < end else {
            return .warning("what is signed now holds only until \(end.day)", remedy: remedy)
        }
        return .good("certificates hold until \(end.day)")
    }
}

extension Instant {
    /// As ISO 8601 writes it, in UTC.
    fileprivate var day: String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(
            .iso8601.year().month().day())
    }
}
