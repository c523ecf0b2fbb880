import Domain
import HTTPCommon
import Hummingbird

/// What was signed elsewhere, and the signatures over it: `…/signatures/1.bin` and `1.sig`.
struct SignatureFileRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        for part in [DownloadSignature.Part.content, .signature] {
            router.get(RouterPath("/documents/:id/signatures/{number}.\(part.ending)")) {
                try await signedIn(part, site.visit($0, $1))
            }
            router.get(RouterPath("/sign/:code/signatures/{number}.\(part.ending)")) {
                request, context in
                let number = try number(context)
                let download = try await DownloadSignature(site.ports)(
                    part, by: number, site.link(request, context))
                return try response(part, number, download, to: request)
            }
        }
    }

    private func signedIn(
        _ part: DownloadSignature.Part, _ visit: Visit
    ) async throws -> Response {
        guard let id = DocumentID(visit.parameter("id")) else { throw Refusal.documentNotFound }
        guard let actor = visit.actor else { return visit.toLogin() }
        let number = try number(visit.context)
        let download = try await DownloadSignature(site.ports)(
            part, by: number, of: id, to: actor)
        return try response(part, number, download, to: visit.request)
    }

    private func number(_ context: TamgaContext) throws(Refusal) -> Int {
        guard let number = context.parameters.get("number").flatMap({ Int($0) }) else {
            throw .documentNotFound
        }
        return number
    }

    private func response(
        _ part: DownloadSignature.Part, _ number: Int, _ download: Download, to request: Request
    ) throws -> Response {
        try BlobDownload(
            pieces: download.pieces, hash: download.hash,
            disposition: ContentDisposition(
                fileName: "\(download.name) – \(number).\(part.ending)"),
            mediaType: part.mediaType
        ).response(to: request, from: site.ports.archive)
    }
}

extension DownloadSignature.Part {
    fileprivate var ending: String {
        switch self {
        case .content: "bin"
        case .signature: "sig"
        }
    }

    fileprivate var mediaType: String {
        switch self {
        case .content: "application/octet-stream"
        // RFC 8551 §3.2.2.
        case .signature: "application/pkcs7-signature"
        }
    }
}
