import BenchmarkKit
import Foundation

/// A whole document's detail against a trivial JSON route of the same server, and many documents
/// made at once against as many made one by one.
enum SignOKRates {
    private static let rows = 1_000

    @Sendable static func run() async throws -> [Finding] {
        let server = try ServerUnderTest()
        defer { server.stop() }
        let client = try SignOKClient(server)
        let detail = try detailShare(client)
        let bulk = try bulkGain(client)
        return [
            Finding(
                what: "detail, of a trivial route's rate", figure: detail, unit: "×",
                bound: .atLeast(0.3)),
            Finding(
                what: "\(rows) at once, over the rate of one by one, slow disk",
                figure: try slowly(), unit: "×", bound: .atLeast(20)),
            Finding(
                what: "\(rows) at once, over the rate of one by one, this disk", figure: bulk,
                unit: "×", bound: .atLeast(20)),
        ]
    }

    private static func slowly() throws -> Double {
        let server = try ServerUnderTest(environment: SlowDisk.environment())
        defer { server.stop() }
        return try bulkGain(try SignOKClient(server))
    }

    /// With 3 signers, 10 fields and 20 rows of history.
    private static func detailShare(_ client: SignOKClient) throws -> Double {
        let id = try client.createDocument()
        try client.post("/api/v1/document/send", ["id": id])
        for _ in 0..<13 {
            try client.post("/api/v1/document/resend", ["id": id, "signer": [["index": 1]]])
        }
        let path = "/api/v2/document/\(id)"
        let history = try client.get(path)["history"] as? [Any] ?? []
        guard history.count == 20 else { throw BenchmarkFailure("\(history.count) rows") }
        let ratios = try (0..<3).map { _ in
            let trivial = try client.server.rate("/livez", connections: 32)
            return try client.server.rate(path, connections: 32, token: client.token) / trivial
        }
        return ratios.sorted()[1]
    }

    /// One client with one connection, in both cases, by the time that its requests take; the
    /// median of five, after one that is not counted.
    private static func bulkGain(_ client: SignOKClient) throws -> Double {
        let gains = try (0...5).map { _ in
            try client.createDocuments(rows) / client.createInBulk(rows)
        }
        return gains.dropFirst().sorted()[2]
    }
}

/// A program of the SignOK wire with a template of three signers and ten fields.
private struct SignOKClient {
    let server: ServerUnderTest
    let token: String
    private let template: String
    private let folder: URL

    init(_ server: ServerUnderTest) throws {
        self.server = server
        folder = FileManager.default.temporaryDirectory.appending(path: "tamga-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = try SamplePDF.file(byteCount: 20_000).path
        let source = folder.appending(path: "template.json")
        try JSONSerialization.data(withJSONObject: Self.template(file)).write(to: source)
        template = try server.command("template", "import", source.path, "--account", "default")
        token = try server.clientToken()
    }

    private static func template(_ file: String) -> [String: Any] {
        let counts = [4, 3, 3]
        let signers = (1...3).map { number -> [String: Any] in
            let items = (1...counts[number - 1]).map { item -> [String: Any] in
                [
                    "type": "TEXT", "key": "key\(number)_\(item)", "alias": "Field \(item)",
                    "page": 1, "x": 72, "y": 100 + 150 * number + 30 * item, "w": 150, "h": 20,
                ]
            }
            return ["index": number, "id": "signer\(number)", "items": items]
        }
        return [
            "title": "Contract", "options": ["signer_order": false], "files": [["path": file]],
            "signer": signers,
        ]
    }

    private var order: [String: Any] {
        let signers = (1...3).map { number -> [String: Any] in
            ["index": number, "name": "Signer \(number)", "contact": "s\(number)@example.org"]
        }
        return ["template_id": template, "signer": signers]
    }

    func createDocument() throws -> String {
        let answer = try post("/api/v1/document/create", order)
        guard let id = (answer["document"] as? [String: Any])?["id"] as? String else {
            throw BenchmarkFailure("\(answer)")
        }
        return id
    }

    /// One after another over one connection; in seconds.
    func createDocuments(_ count: Int) throws -> Double {
        try seconds(of: order, "/api/v1/document/create?[1-\(count)]")
    }

    /// In seconds.
    func createInBulk(_ count: Int) throws -> Double {
        var list: [String: Any] = order
        list["signer"] = nil
        list["bulk_list"] = (1...count).map { number -> [String: Any] in
            ["transaction_seq": number, "signer": order["signer"] ?? []]
        }
        return try seconds(of: list, "/api/v2/document/bulk/create")
    }

    /// From each request's first byte to its answer's last, in all.
    private func seconds(of object: [String: Any], _ path: String) throws -> Double {
        let body = folder.appending(path: "body.json")
        try JSONSerialization.data(withJSONObject: object).write(to: body)
        let times = try curl([
            "-d", "@\(body.path)", "-o", "/dev/null", "-w", "%{time_total}\n", "--fail",
            server.base + path,
        ])
        return times.split(separator: "\n").compactMap { Double($0) }.reduce(0, +)
    }

    @discardableResult
    func post(_ path: String, _ object: [String: Any]) throws -> [String: Any] {
        let body = folder.appending(path: "body.json")
        try JSONSerialization.data(withJSONObject: object).write(to: body)
        return try Self.object(
            curl(["-d", "@\(body.path)", "--fail-with-body", server.base + path]))
    }

    func get(_ path: String) throws -> [String: Any] {
        try Self.object(curl([server.base + path]))["result"] as? [String: Any] ?? [:]
    }

    @discardableResult
    private func curl(_ arguments: [String]) throws -> String {
        try Command.output(
            "/usr/bin/curl",
            [
                "-sS", "-H", "Authorization: Bearer \(token)", "-H",
                "Content-Type: application/json",
            ] + arguments, ProcessInfo.processInfo.environment)
    }

    private static func object(_ text: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return object as? [String: Any] ?? [:]
    }
}
