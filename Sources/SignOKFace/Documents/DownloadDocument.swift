import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /api/v1/document/{id}/download` and `/api/v2/document/{id}/download`: the finished PDF.
enum DownloadDocument {
    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let download = try await Domain.DownloadDocument(call.ports).signed(
            own: call.documentID(), by: actor)
        return try BlobDownload(
            pieces: download.pieces, hash: download.hash,
            disposition: ContentDisposition(percentEncoded: download.name + ".pdf")
        ).response(to: call.request, from: call.ports.archive)
    }
}
