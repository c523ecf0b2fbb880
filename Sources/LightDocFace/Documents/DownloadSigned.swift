import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /v1/documents/{documentID}/signed`: the finished PDF.
enum DownloadSigned {
    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let download = try await DownloadDocument(call.ports).signed(call.documentID(), by: actor)
        return try BlobDownload(
            pieces: download.pieces, hash: download.hash,
            disposition: ContentDisposition(fileName: download.name + ".pdf")
        ).response(to: call.request, from: call.ports.archive)
    }
}
