import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import NIOCore
import Words

/// What lies below a signing link: page images and texts, originals, the signed file.
struct SigningFileRoutes: Sendable {
    /// In pixels; rounded up to hundreds, so that few sizes are ever drawn.
    private static let widths = 200...2_000

    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        router.get("/sign/:code/pages/{page}.png") { request, context in
            try await image(request, context)
        }
        router.get("/sign/:code/pages/{page}.txt") { request, context in
            try await text(site.visit(request, context))
        }
        router.get("/sign/:code/files/:number") { request, context in
            try await original(request, context)
        }
        router.get("/sign/:code/attachments/:number") { request, context in
            try await attachment(request, context)
        }
        router.get("/sign/:code/stamp") { request, context in
            let picture = try await UseStamp(site.ports).picture(site.link(request, context))
            return Response(
                status: .ok, headers: [.contentType: Self.mediaType(of: picture)],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture)))
        }
        router.get("/sign/:code/signed") { request, context in
            try await finished(site.link(request, context)).response(to: request, at: site)
        }
        router.get("/sign/:code/certificate") { request, context in
            return try await FinishedFile(
                certificate: OpenLink(site.ports).certificate(site.link(request, context))
            )
            .response(to: request, at: site)
        }
    }

    /// Of a recipient's link, or of the author's.
    private func finished(_ link: LinkVisit) async throws -> FinishedFile {
        do {
            return FinishedFile(try await OpenLink(site.ports).signed(link))
        } catch Refusal.linkNotFound {
            return FinishedFile(try await ApproveDocument(site.ports).signed(link.code))
        }
    }

    private func image(_ request: Request, _ context: TamgaContext) async throws -> Response {
        let asked = request.uri.queryParameters["width"].flatMap { Int($0) } ?? 1_000
        let width = min(max(asked, Self.widths.lowerBound), Self.widths.upperBound)
        let png = try await OpenLink(site.ports).pageImage(
            site.link(request, context), page: page(context),
            width: (width + 99) / 100 * 100)
        return Response(
            status: .ok,
            headers: [.contentType: "image/png", .cacheControl: "private, max-age=600"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: png)))
    }

    private func text(_ visit: Visit) async throws -> Response {
        let (code, words) = (visit.parameter("code"), visit.words())
        let page = try page(visit.context)
        let text = try await OpenLink(site.ports).pageText(visit.link, page: page)
        let title = words("sign.pageText", ["number": String(page)])
        let isEmpty = text.allSatisfy(\.isWhitespace)
        return visit.reply(
            "pageText",
            PageTextContent(
                heading: title, text: isEmpty ? words["sign.pageEmpty"] : text,
                back: "/sign/\(code)"),
            title: title, at: "/sign/\(code)/pages/\(page).txt", in: words)
    }

    private func original(_ request: Request, _ context: TamgaContext) async throws -> Response {
        guard let number = context.parameters.get("number").flatMap({ Int($0) }) else {
            throw Refusal.documentNotFound
        }
        let (file, blob) = try await OpenLink(site.ports).original(
            site.link(request, context), file: number)
        return try BlobDownload(
            pieces: [blob], hash: blob.hash, disposition: ContentDisposition(fileName: file.name)
        ).response(to: request, from: site.ports.archive)
    }

    /// Counted from 1.
    private func attachment(
        _ request: Request, _ context: TamgaContext
    ) async throws -> Response {
        guard let number = context.parameters.get("number").flatMap({ Int($0) }), number > 0 else {
            throw Refusal.documentNotFound
        }
        let file = try await OpenLink(site.ports).attachment(
            site.link(request, context), number - 1)
        return try BlobDownload(
            pieces: [file.blob], hash: file.blob.hash,
            disposition: ContentDisposition(fileName: file.name),
            mediaType: "application/octet-stream"
        ).response(to: request, from: site.ports.archive)
    }

    /// A registered stamp is one of these two, and a PNG begins as one (PNG §5.2).
    private static func mediaType(of picture: [UInt8]) -> String {
        picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? "image/png" : "image/jpeg"
    }

    private func page(_ context: TamgaContext) throws(Refusal) -> Int {
        guard let page = context.parameters.get("page").flatMap({ Int($0) }), page > 0 else {
            throw .pageNotFound
        }
        return page
    }
}

struct PageTextContent: Equatable, Sendable {
    let heading: String
    let text: String
    let back: String
}
