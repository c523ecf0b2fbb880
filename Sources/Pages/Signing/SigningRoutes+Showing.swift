import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import Words

extension SigningRoutes {
    func show(_ visit: Visit) async throws -> Response {
        let code = visit.parameter("code")
        let linked = try await OpenLink(site.ports)(LinkVisit(code: code))
        let wasSent = visit.request.uri.queryParameters["sent"] != nil
        return try await page(of: linked, code, visit, wasSent: wasSent)
    }

    /// The page again, with what was entered and the reason beside the field. Faults pass.
    func showAgain(
        after error: any Error, _ form: QueryItems?, _ visit: Visit
    ) async throws -> Response {
        let code = visit.parameter("code")
        guard let linked = try? await OpenLink(site.ports)(LinkVisit(code: code)) else { throw error }
        let words = words(for: linked, visit)
        guard let note = RefusalNote(error, words) else { throw error }
        let refused = RefusedForm(
            note: note, code: (try? form?.first("code")) ?? "",
            isConsentGiven: (try? form?.first("consent")) != nil,
            reason: (try? form?.first("reason")) ?? "")
        return try await page(of: linked, code, visit, refused: refused)
    }

    private func page(
        of linked: LinkedDocument, _ code: String, _ visit: Visit, wasSent: Bool = false,
        refused: RefusedForm? = nil
    ) async throws -> Response {
        let words = words(for: linked, visit)
        let content = SigningContent(
            linked, code: code, document: try await document(of: linked, code, words),
            wasSent: wasSent, refused: refused, words: words
        ) { visit.time($0, words) }
        return visit.reply(
            "signing", content, title: content.heading, at: content.address, in: words,
            status: refused?.note.status ?? .ok,
            retryAfterSeconds: refused?.note.retryAfterSeconds)
    }

    private func words(for linked: LinkedDocument, _ visit: Visit) -> Words {
        visit.words(knowing: linked.recipient.language ?? linked.document.language)
    }

    private func document(
        of linked: LinkedDocument, _ code: String, _ words: Words
    ) async throws -> ShownDocument? {
        guard linked.isReadable else { return nil }
        return ShownDocument(
            linked.document, digest: try await OpenLink(site.ports).sentDigest(LinkVisit(code: code)),
            texts: await texts(of: linked.document, code), words: words)
    }

    /// The first pages' text, read at the same time. A page whose text cannot be had has none.
    private func texts(of document: Document, _ code: String) async -> [Int: String] {
        let total = document.files.filter(\.isCurrent).reduce(0) { $0 + $1.pageCount }
        let limit = min(total, ShownDocument.textPageLimit)
        guard limit > 0 else { return [:] }
        return await withTaskGroup(of: (Int, String?).self) { group in
            for page in 1...limit {
                group.addTask {
                    (page, try? await OpenLink(site.ports).pageText(LinkVisit(code: code), page: page))
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }
}
