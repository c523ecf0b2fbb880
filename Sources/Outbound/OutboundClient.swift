import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1

/// The one way out: every request to a server that somebody else has named goes by here.
///
/// The host is resolved once, every address that it has is judged, and the connection goes to an
/// address that was judged. Redirects are not followed, answers are limited in size and in time.
public struct OutboundClient: Sendable {
    /// Enough for what is asked of others: tokens, answers about one certificate.
    public static let usualLimit = 64 << 10

    private let rules: AddressRules
    private let resolver: any NameResolver
    private let connections: Connections

    /// - Parameter connectLimit: how long one address may take to accept, before the next is tried.
    public init(
        rules: AddressRules = AddressRules(), resolver: any NameResolver = SystemResolver(),
        connectLimit: Duration = .seconds(3)
    ) {
        self.rules = rules
        self.resolver = resolver
        connections = Connections(connectLimit: connectLimit)
    }

    /// Sends a request and reads the whole answer.
    ///
    /// - Parameters:
    ///   - limit: of the answer's body in bytes.
    ///   - time: for all of it, from asking for the host's address to the last byte.
    public func send(
        _ request: OutboundRequest, limit: Int = usualLimit, within time: Duration = .seconds(10)
    ) async throws(OutboundFailure) -> OutboundAnswer {
        let url = try OutboundURL(request.url)
        let late = OutboundFailure.silence(host: url.host, time)
        do {
            return try await Outbound.within(time, orThrow: late) {
                try await answer(to: request, at: url, limit: limit)
            }
        } catch let failure as OutboundFailure {
            throw failure
        } catch {
            throw .unreachable(host: url.host, "\(error)")
        }
    }

    private func answer(
        to request: OutboundRequest, at url: OutboundURL, limit: Int
    ) async throws -> OutboundAnswer {
        let addresses = try await permittedAddresses(of: url)
        for (index, address) in addresses.enumerated() {
            do {
                return try await connections.use(.init(host: url.host, address: address)) {
                    try await Self.answer(to: request, at: url, limit: limit, by: $0)
                }
            } catch  where Self.failedToConnect(error) && index + 1 < addresses.count {
                // Nothing was sent yet: the next address is tried.
                continue
            }
        }
        throw OutboundFailure.unknownHost(url.host)
    }

    private static func failedToConnect(_ error: any Error) -> Bool {
        if let error = error as? IOError {
            return [ECONNREFUSED, ENETUNREACH, EHOSTUNREACH].contains(error.errnoCode)
        }
        return error as? HTTPClientError == .connectTimeout
    }

    /// One forbidden address spoils them all: a name that is at home here and elsewhere is no
    /// honest one.
    private func permittedAddresses(of url: OutboundURL) async throws -> [IPAddress] {
        let addresses =
            if let literal = url.literal { [literal] } else {
                await resolver.addresses(of: url.host)
            }
        if let forbidden = addresses.first(where: { !rules.permit($0) }) {
            throw OutboundFailure.forbiddenAddress(host: url.host, forbidden)
        }
        return addresses
    }

    private static func answer(
        to request: OutboundRequest, at url: OutboundURL, limit: Int, by client: HTTPClient
    ) async throws -> OutboundAnswer {
        // The time limit is kept outside, over the body too; this one only bounds what is left
        // behind when nobody waits any more.
        let response = try await client.execute(request.prepared(for: url), timeout: .seconds(60))
        do {
            let body = try await response.body.collect(upTo: limit)
            return OutboundAnswer(
                status: Int(response.status.code),
                contentType: response.headers.first(name: "content-type"),
                body: Array(body.readableBytesView))
        } catch is NIOTooManyBytesError {
            throw OutboundFailure.answerTooLarge(host: url.host, limit: limit)
        }
    }
}

extension OutboundRequest {
    fileprivate func prepared(for url: OutboundURL) -> HTTPClientRequest {
        var prepared = HTTPClientRequest(url: url.text)
        prepared.method = HTTPMethod(rawValue: method.rawValue)
        for (name, value) in headers { prepared.headers.add(name: name, value: value) }
        prepared.headers.replaceOrAdd(name: "User-Agent", value: "tamga")
        if method != .get { prepared.body = .bytes(ByteBuffer(bytes: body)) }
        return prepared
    }
}
