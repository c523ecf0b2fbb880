import HTTPCommon
import HTTPTypes
import HummingbirdCore

/// One method at one path of the contract, and who answers it.
struct Route: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let answer: @Sendable (Call) async throws -> Response

    static let contract: [Route] = [
        get("/documents", ListDocuments.answer),
        post("/documents", CreateDocument.answer),
        get("/documents/{documentID}", ReadDocument.answer),
        get("/documents/{documentID}/status", ReadStatus.answer),
        get("/documents/{documentID}/signed", DownloadSigned.answer),
        post("/documents/{documentID}/files", UploadFiles.answer),
        post("/documents/{documentID}/action", ActOnDocument.answer),
        post("/documents/{documentID}/sign/aes", SignWithKey.answer),
        post("/signature/aes/issue", RequestCertificate.answer),
        post("/signature/aes/confirm", ConfirmCertificate.answer),
    ].flatMap { $0 }

    /// With HEAD: the same without a body (RFC 9110 §9.3.2).
    private static func get(
        _ path: String, _ answer: @escaping @Sendable (Call) async throws -> Response
    ) -> [Route] {
        [
            Route(method: .get, path: path, answer: answer),
            Route(method: .head, path: path) { try await answer($0).withoutBody },
        ]
    }

    private static func post(
        _ path: String, _ answer: @escaping @Sendable (Call) async throws -> Response
    ) -> [Route] {
        [Route(method: .post, path: path, answer: answer)]
    }
}
