import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import Words

extension SigningRoutes {
    /// A recipient's page, or the author's.
    func show(_ visit: Visit) async throws -> Response {
        let wasSent = visit.request.uri.queryParameters["sent"] != nil
        do {
            let linked = try await OpenLink(site.ports)(visit.link)
            return try await page(of: linked, visit, wasSent: wasSent)
        } catch Refusal.linkNotFound {
            return try await authorPage(visit)
        }
    }

    /// The page again, with what was entered and the reason beside the field. Faults pass.
    func showAgain(
        after error: any Error, _ form: QueryItems?, _ visit: Visit
    ) async throws -> Response {
        guard let linked = try? await OpenLink(site.ports)(visit.link) else {
            guard let note = RefusalNote(error, visit.words()) else { throw error }
            return try await authorPage(visit, refused: note)
        }
        let words = words(for: linked, visit)
        guard let note = RefusalNote(error, words) else { throw error }
        return try await page(
            of: linked, visit, refused: RefusedForm(note: note, form: form))
    }

    private func page(
        of linked: LinkedDocument, _ visit: Visit, wasSent: Bool = false,
        refused: RefusedForm? = nil
    ) async throws -> Response {
        let words = words(for: linked, visit)
        let content = SigningContent(
            linked, code: visit.parameter("code"),
            document: try await document(of: linked, visit, words),
            stamp: try await UseStamp(site.ports).offered(linked), wasSent: wasSent,
            refused: refused, words: words
        ) { visit.time($0, words) }
        return visit.reply(
            "signing", content, title: content.heading, at: content.address, in: words,
            status: refused?.note.status ?? .ok,
            retryAfterSeconds: refused?.note.retryAfterSeconds,
            formsLeadTo: linked.document.terms.redirect)
    }

    private func words(for linked: LinkedDocument, _ visit: Visit) -> Words {
        visit.words(knowing: linked.recipient.language ?? linked.document.language)
    }

    private func document(
        of linked: LinkedDocument, _ visit: Visit, _ words: Words
    ) async throws -> ShownDocument? {
        guard linked.isReadable else { return nil }
        return ShownDocument(
            linked, digest: try await OpenLink(site.ports).sentDigest(visit.link),
            texts: await texts(of: linked.document, visit.link),
            sizes: await sizes(visit.link), words: words)
    }

    /// Without them no place can be shown on a page; the form has every field all the same.
    private func sizes(_ link: LinkVisit) async -> [PageSize] {
        (try? await OpenLink(site.ports).pageSizes(link)) ?? []
    }

    /// The first pages' text, read at the same time. A page whose text cannot be had has none.
    private func texts(of document: Document, _ link: LinkVisit) async -> [Int: String] {
        let total = document.files.filter(\.isCurrent).reduce(0) { $0 + $1.pageCount }
        let limit = min(total, ShownDocument.textPageLimit)
        guard limit > 0 else { return [:] }
        return await withTaskGroup(of: (Int, String?).self) { group in
            for page in 1...limit {
                group.addTask {
                    (page, try? await OpenLink(site.ports).pageText(link, page: page))
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }
}
