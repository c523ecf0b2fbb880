import Domain
import HTTPTestKit
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Synchronization
import TamgaTestKit
import Testing

@testable import HTTPCommon

struct EdgeTests {
    private struct Replies: FailureReplies {
        func reply(to refusal: Refusal, _ request: Request) -> Response {
            Response(status: .conflict)
        }
        func reply(to failure: RequestFailure, _ request: Request) -> Response {
            Response(status: failure == .routeNotFound ? .notFound : .badRequest)
        }
        func replyToFault(_ request: Request, requestID: String) -> Response {
            Response(
                status: .internalServerError,
                body: ResponseBody(byteBuffer: ByteBuffer(string: requestID)))
        }
    }

    private func answer(
        _ path: String, throwing error: any Error & Sendable, log: LogLines = LogLines()
    ) async throws -> Reply {
        let router = Router(context: TamgaContext.self)
        router.add(middleware: SecurityHeaders(publicAddress: "https://x"))
        router.add(middleware: Edge(prefix: "/v1", routes: RouteTable(), replies: Replies()))
        router.get("/v1/throw") { _, _ -> Response in throw error }
        let logger = Logger(label: "edge") { _ in log.handler }
        return try await RouterClient(router, logger: logger).ask(.get, path)
    }

    @Test("a fault is logged once, with the id that the client is told")
    func fault() async throws {
        let log = LogLines()
        let reply = try await answer("/v1/throw?code=1", throwing: StubFault("disk"), log: log)
        #expect(reply.status == .internalServerError)
        let faults = log.lines.filter { $0.contains("fault") }
        #expect(faults.count == 1)
        #expect(faults.first?.contains(reply.text) == true)
        #expect(faults.first?.contains("code=1") == false)
    }

    @Test("a refusal is answered and not logged")
    func refusal() async throws {
        let log = LogLines()
        #expect(try await answer("/v1/throw", throwing: Refusal.busy, log: log).status == .conflict)
        #expect(log.lines.filter { $0.contains("fault") }.isEmpty)
    }

    @Test("an unknown path comes by the edge")
    func unknown() async throws {
        #expect(try await answer("/v1/nowhere", throwing: Refusal.busy).status == .notFound)
    }

    @Test("no answer goes without the security fields")
    func securityHeaders() async throws {
        let reply = try await answer("/v1/throw", throwing: Refusal.busy)
        #expect(reply.headers[.xContentTypeOptions] == "nosniff")
        #expect(reply.headers[.strictTransportSecurity] != nil)
    }
}

/// What was logged, a line each.
private final class LogLines: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }
    var handler: Handler { Handler(lines: self) }

    struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        init(lines: LogLines) { self.lines = lines }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            lines.kept.withLock { $0.append("\(event.message) \(all)") }
        }
    }
}
