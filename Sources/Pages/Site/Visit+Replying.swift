import Domain
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Words

extension Visit {
    /// A page as HTML.
    func reply(
        _ template: String, _ content: some Equatable & Sendable, title: String, at address: String,
        in words: Words, status: HTTPResponse.Status = .ok, retryAfterSeconds: Int? = nil
    ) -> Response {
        let page = Page(
            shell: Shell(self, title: title, address: address, language: words.tag),
            words: Wording(words), content: content)
        var headers = pageFields(language: words.tag)
        if let retryAfterSeconds { headers[.retryAfter] = String(retryAfterSeconds) }
        return Response(
            status: status, headers: headers,
            body: ResponseBody(
                byteBuffer: ByteBuffer(string: site.templates.render(page, with: template))))
    }

    /// After a form was carried out: the browser fetches the page anew (RFC 9110 §15.4.4).
    func seeOther(_ address: String, setting cookies: [String] = []) -> Response {
        var headers: HTTPFields = [.location: address, .cacheControl: "no-store"]
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return Response(status: .seeOther, headers: headers)
    }

    private func pageFields(language: String) -> HTTPFields {
        var fields: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentLanguage: language,
            .cacheControl: "no-store", .contentSecurityPolicy: Self.policy,
        ]
        for cookie in newCookies { fields.append(HTTPField(name: .setCookie, value: cookie)) }
        return fields
    }

    private var newCookies: [String] {
        var fields: [String] = []
        if visitor.isNew { fields.append(site.cookies.field(site.cookies.visitor, visitor.secret)) }
        if let asked = request.uri.queryParameters["lang"].flatMap({
            Language(rawValue: String($0))
        }) {
            let year = 365 * 86_400
            fields.append(
                site.cookies.field(site.cookies.language, asked.rawValue, maxAgeSeconds: year))
        }
        return fields
    }

    /// Nothing but what this server itself serves; no inline script or style at all.
    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}
