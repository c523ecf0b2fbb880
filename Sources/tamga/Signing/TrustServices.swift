import CMS
import Domain
import Foundation
import Outbound
import PDFSigning
import Server

/// Who stamps the time and tells of revocation: an authority named by its URL, or that of a data
/// directory, and whoever the certificates name.
struct TrustServices {
    let timestamps: TokenSource
    /// The authority's own directory, where it is ours.
    private let workplace: Workplace?
    private let source: NetworkEvidence

    init(_ options: LevelOptions) async throws {
        let settings = try options.settings()
        source = NetworkEvidence(rules: settings.outboundRules)
        if let url = options.tsa {
            workplace = nil
            timestamps = Self.remote(url)
        } else {
            let workplace = try await Self.workplace(settings)
            self.workplace = workplace
            timestamps = Self.embedded(workplace.ports.timestamps)
        }
    }

    /// Gathers evidence as of now: what is ours is as fresh as the signature.
    ///
    /// - Parameter certificates: DER of issuers at hand, which nobody need be asked for.
    func collector(knowing certificates: [[UInt8]]) async throws -> EvidenceCollector {
        guard let ports = workplace?.ports else {
            return try EvidenceCollector(
                known: .init(certificates: certificates), source: source, at: Date())
        }
        let issuers = CertificateIssuer.allCases.map(ports.authority.certificate)
        let lists = try await RevocationLists(ports).fresh().map(\.der)
        return try EvidenceCollector(
            known: .init(certificates: certificates + issuers, revocationLists: lists),
            source: source, at: Date())
    }

    /// The person who runs the command has chosen this address: it may lie in his own network.
    private static func remote(_ url: String) -> TokenSource {
        let client = TimestampClient(url: url, by: OutboundClient(rules: .anywhere)) { count in
            (0..<count).map { _ in UInt8.random(in: .min ... .max) }
        }
        return TokenSource { digest in
            do {
                return try await client.token(over: digest).der
            } catch {
                throw Problem("--tsa: \(url): \(error)")
            }
        }
    }

    private static func embedded(
        _ authority: any TimestampSource
    ) -> TokenSource {
        TokenSource(tokenRoom: authority.tokenRoom) { digest in
            guard let hash = ContentHash(digest) else {
                throw TimestampUnavailable("a digest of \(digest.count) bytes")
            }
            return try await authority.token(over: hash)
        }
    }

    /// An authority is used here, never made.
    private static func workplace(_ settings: Settings) async throws -> Workplace {
        guard FileManager.default.fileExists(atPath: "\(settings.dataFolder)/keys/root.crt") else {
            throw Problem(
                "--level: a timestamp is needed; give --tsa URL, or --data-dir of a server "
                    + "(there is none in \(settings.dataFolder))")
        }
        return try await Workplace.open(settings)
    }
}

extension LevelOptions {
    func settings() throws -> Settings {
        try Settings(
            flags: dataFolder.map { [.dataFolder: $0] } ?? [:],
            environment: ProcessInfo.processInfo.environment, file: settingsFile)
    }
}
