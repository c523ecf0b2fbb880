import HTTPCommon
import HTTPTypes
import HummingbirdCore

/// One method at one path of the contract, and who answers it.
struct Route: Sendable {
    typealias Answer = @Sendable (Call) async throws -> Response

    let method: HTTPRequest.Method
    let path: String
    let answer: Answer

    static let contract: [Route] = [
        post("/oauth/token", IssueTokens.answer),
        asked("/api/v1/template", ListTemplates.answer),
        get("/api/v1/template/{id}", ReadTemplate.answer(.v1)),
        get("/api/v2/template/{id}", ReadTemplate.answer(.v2)),
        asked("/api/v1/document", ListDocuments.answer(.v1)),
        post("/api/v1/document/create", CreateDocument.answer),
        post("/api/v1/document/send", SendDocument.answer),
        post("/api/v1/document/resend", ResendDocument.answer),
        get("/api/v1/document/{id}", ReadDocument.answer(.v1)),
        get("/api/v1/document/{id}/approve", ApproveDocument.answer),
        get("/api/v1/document/{id}/download", DownloadDocument.answer),
        asked("/api/v2/document", ListDocuments.answer(.v2)),
        asked("/api/v2/document/count", CountDocuments.answer),
        post("/api/v2/document/bulk/create", CreateInBulk.answer),
        get("/api/v2/document/bulk/{id}", ReadBulk.answer),
        get("/api/v2/document/{id}", ReadDocument.answer(.v2)),
        get("/api/v2/document/{id}/download", DownloadDocument.answer),
    ].flatMap { $0 }

    /// With HEAD (RFC 9110 §9.3.2).
    private static func get(_ path: String, _ answer: @escaping Answer) -> [Route] {
        [
            Route(method: .get, path: path, answer: answer),
            Route(method: .head, path: path) { try await answer($0).withoutBody },
        ]
    }

    private static func post(_ path: String, _ answer: @escaping Answer) -> [Route] {
        [Route(method: .post, path: path, answer: answer)]
    }

    /// What is asked may stand in the query or in the body.
    private static func asked(_ path: String, _ answer: @escaping Answer) -> [Route] {
        get(path, answer) + post(path, answer)
    }
}
