import Domain
import HTTPCommon
import HummingbirdCore

/// `POST /v1/documents/{documentID}/files`: PDFs as a form.
enum UploadFiles {
    struct Reply: JSONWritable {
        let count: Int
        let size: Int

        func write(to text: inout JSONText) {
            text.object {
                $0.member("count", count)
                $0.member("size", size)
            }
        }
    }

    /// Nothing of the body is read for whom it would be in vain.
    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let id = try call.documentID()
        let upload = Domain.UploadFiles(call.ports)
        try await upload.admit(id, by: actor)
        let files = try await FileUpload(archive: call.ports.archive).receive(call.request)
        _ = try await upload(files, to: id, by: actor)
        return Response(
            json: Reply(count: files.count, size: files.reduce(0) { $0 + $1.blob.byteCount }))
    }
}
