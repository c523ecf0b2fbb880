import Foundation
import TamgaTestKit

/// curl, with a cookie jar. A request without any answer is `nil`: whether it was carried out is
/// unknown.
struct HTTPClient: Sendable {
    let server: ServerProcess
    let folder: TemporaryFolder
    /// Sent as bearer token where there is one.
    var token: String?

    struct Answer: Sendable {
        let status: Int
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }

        func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try JSONDecoder().decode(type, from: Data(body))
        }
    }

    func send(_ method: String, _ path: String, _ options: [String] = []) async throws -> Answer? {
        let body = "body-\(UUID().uuidString)"
        var arguments = [
            "-sS", "-X", method, "-o", folder.file(body), "-w", "%{http_code}", "--max-time", "20",
            "-b", folder.file("jar"), "-c", folder.file("jar"),
        ]
        if let token { arguments += ["-H", "Authorization: Bearer \(token)"] }
        let answer = try await OutsideTool.run(
            "curl", arguments + options + [await server.address + path])
        guard answer.succeeded, let status = Int(answer.output) else { return nil }
        return Answer(status: status, body: (try? folder.read(body)) ?? [])
    }

    /// Fills the form of a page that posts to `action`, as a browser does.
    func submit(
        _ page: String, _ action: String, _ fields: [String: String] = [:]
    ) async throws -> Answer? {
        guard let shown = try await send("GET", page),
            let hidden = shown.text.firstMatch(of: /name="token" value="([^"]*)"/)
        else { return nil }
        let all = fields.merging(["token": String(hidden.1)]) { $1 }
        let options = all.flatMap { ["--data-urlencode", "\($0)=\($1)"] }
        return try await send(
            "POST", "\(page)/\(action)", ["-H", "Origin: \(await server.address)"] + options)
    }

    /// Repeats a request until it is answered: the server may be down for a moment.
    func insist<Value>(_ request: () async throws -> Value?) async throws -> Value {
        for _ in 0..<600 {
            if let value = try await request() { return value }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw OutsideTool.Failure("nothing came of it in 30 s")
    }

    func until(_ isDone: () async throws -> Bool) async throws {
        let _: Bool = try await insist { try await isDone() ? true : nil }
    }
}
