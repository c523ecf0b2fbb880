import AsyncHTTPClient
import NIOCore

/// Clients by the place that they connect to, kept for a while: a connection, and what TLS needs
/// to trust, are worth using again.
///
/// Each knows one host and connects to the one address that was judged for it, while the name
/// stays in the request and in TLS. What that host's name means to others later is of no account.
actor Connections {
    struct Place: Hashable {
        let host: String
        let address: IPAddress
    }

    private struct Entry {
        let client: HTTPClient
        var userCount = 0
        var lastUse = 0
    }

    private static let limit = 16

    private let connectLimit: TimeAmount
    private var entries: [Place: Entry] = [:]
    private var useCount = 0

    init(connectLimit: Duration) {
        self.connectLimit = TimeAmount(connectLimit)
    }

    func use<Value: Sendable>(
        _ place: Place, _ body: @Sendable (HTTPClient) async throws -> Value
    ) async rethrows -> Value {
        let client = take(place)
        defer { giveBack(place) }
        return try await body(client)
    }

    private func take(_ place: Place) -> HTTPClient {
        useCount += 1
        var entry = entries[place] ?? Entry(client: client(to: place))
        entry.userCount += 1
        entry.lastUse = useCount
        entries[place] = entry
        return entry.client
    }

    /// The one that was not used for longest goes when there are too many.
    private func giveBack(_ place: Place) {
        entries[place]?.userCount -= 1
        guard entries.count > Self.limit else { return }
        let idle = entries.filter { $0.value.userCount == 0 }
        guard let oldest = idle.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
        entries[oldest.key] = nil
        Self.shutDown(oldest.value.client)
    }

    deinit {
        for entry in entries.values { Self.shutDown(entry.client) }
    }

    private static func shutDown(_ client: HTTPClient) {
        Task { try? await client.shutdown() }
    }

    private func client(to place: Place) -> HTTPClient {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: connectLimit))
        configuration.connectionPool.idleTimeout = .seconds(5)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.dnsOverride = [place.host: "\(place.address)"]
        return HTTPClient(configuration: configuration)
    }
}
