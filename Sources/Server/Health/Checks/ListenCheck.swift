import Authority
import Domain
import Glibc
import Outbound

/// The address to listen on is free, or this data directory's own server listens there.
struct ListenCheck: Check {
    private let host: String
    private let port: Int
    private let root: [UInt8]?

    init(_ settings: Settings) {
        (host, port) = (settings.host, settings.port)
        root = TamgaAuthority.certificate(of: .root, in: settings.keyFolder)
    }

    private var address: String { "\(host):\(port)" }

    func finding() async -> Finding {
        do throws(BoundSocket.Failure) {
            _ = try BoundSocket(host: host, port: port)
            return .good("\(address) is free")
        } catch {
            return error.code == EADDRINUSE ? await taken() : unusable(error)
        }
    }

    private func taken() async -> Finding {
        if let root, await servedRoot() == root {
            return .good("this server listens on \(address)")
        }
        return .failed(
            "another program listens on \(address)",
            remedy: "stop it (ss -ltnp names it), or set listen to another port")
    }

    /// Two servers of one data directory cannot be, so its root tells whose server answers.
    private func servedRoot() async -> [UInt8]? {
        let local = ["0.0.0.0": "127.0.0.1", "::": "::1"][host] ?? host
        let literal = local.contains(":") ? "[\(local)]" : local
        let addresses = PublicAddresses(base: "http://\(literal):\(port)")
        // The operator has chosen the address.
        return try? await OutboundClient(rules: .anywhere).send(
            OutboundRequest(.get, addresses.certificate(of: .root)), within: .seconds(3)
        ).body
    }

    private func unusable(_ failure: BoundSocket.Failure) -> Finding {
        switch failure.code {
        case EACCES:
            .failed(
                "this user may not listen on port \(port)",
                remedy: "set listen to a port from 1024 on and put a proxy in front, or grant "
                    + "CAP_NET_BIND_SERVICE")
        default:
            .failed(
                "\(address) cannot be listened on: \(failure)",
                remedy: "set listen to an address of this machine; 0.0.0.0 means all of them")
        }
    }
}
