import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Outbound
import Synchronization

/// A server of the tests, on a free port of this machine, that answers as it is told.
struct Peer: Sendable {
    typealias Answer = @Sendable (Request) async throws -> Response

    let port: Int
    var url: String { "http://127.0.0.1:\(port)/" }

    /// Runs the body while the server serves.
    static func serving<Value: Sendable>(
        _ answer: @escaping Answer, _ body: @escaping @Sendable (Peer) async throws -> Value
    ) async throws -> Value {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
                try await answer(request)
            },
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in announce.yield(channel.localAddress?.port ?? 0) },
            logger: quiet)
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                for await port in ports { return try await body(Peer(port: port)) }
                return nil
            }
            defer { group.cancelAll() }
            for try await value in group { if let value { return value } }
            throw CancellationError()
        }
    }

    private static var quiet: Logger {
        var logger = Logger(label: "peer")
        logger.logLevel = .critical
        return logger
    }
}

extension Response {
    init(_ bytes: [UInt8], status: HTTPResponse.Status = .ok, _ headers: HTTPFields = [:]) {
        self.init(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A body that goes on until nobody reads any more.
    static var endless: Response {
        Response(
            status: .ok,
            body: ResponseBody { writer in
                let piece = ByteBuffer(repeating: 0, count: 1_024)
                while true { try await writer.write(piece) }
            })
    }

    /// One byte, and then nothing for a long time.
    static var hanging: Response {
        Response(
            status: .ok,
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(bytes: [0x30]))
                try await Task.sleep(for: .seconds(60))
            })
    }
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
