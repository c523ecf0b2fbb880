import Outbound
import Synchronization

extension OutboundClient {
    /// For peers on a machine that may have much else to do.
    static let patient = OutboundClient(rules: .anywhere, connectLimit: .seconds(60))
}

/// Knows a few hosts, and counts how often it was asked.
final class Directory: NameResolver {
    private let hosts: [String: [IPAddress]]
    private let count = Mutex(0)

    init(_ hosts: [String: [String]]) {
        self.hosts = hosts.mapValues { $0.compactMap { IPAddress($0) } }
    }

    var questionCount: Int { count.withLock { $0 } }

    func addresses(of host: String) async -> [IPAddress] {
        count.withLock { $0 += 1 }
        return hosts[host] ?? []
    }
}

/// Answers nothing, ever, and cannot be cancelled.
struct SilentResolver: NameResolver {
    func addresses(of host: String) async -> [IPAddress] {
        await withUnsafeContinuation { (_: UnsafeContinuation<[IPAddress], Never>) in }
    }
}
