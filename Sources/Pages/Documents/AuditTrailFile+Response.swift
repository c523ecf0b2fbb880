import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import NIOCore
import Words

extension AuditTrailFile {
    /// The file under the document's name and its own.
    var response: Response {
        let title = Words(language.rawValue)["audit.title"]
        let disposition = ContentDisposition(fileName: "\(name) – \(title).pdf")
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/pdf", .contentDisposition: disposition.text,
                .cacheControl: "no-store",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
