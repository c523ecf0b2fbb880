import Domain
import HTTPCommon
import Hummingbird
import Words

/// A file of a finished document, under its own name.
struct FinishedFile: Sendable {
    private let download: Download
    private let name: String

    /// The signed document itself.
    init(_ download: Download) {
        self.download = download
        name = download.name
    }

    init(certificate download: Download) {
        self.download = download
        let title = Words(download.language.rawValue)["certificate.title"]
        name = "\(download.name) – \(title)"
    }

    func response(to request: Request, at site: Site) throws -> Response {
        try BlobDownload(
            pieces: download.pieces, hash: download.hash,
            disposition: ContentDisposition(fileName: "\(name).pdf")
        ).response(to: request, from: site.ports.archive)
    }
}
