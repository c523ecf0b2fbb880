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
        in words: Words, status: HTTPResponse.Status = .ok, retryAfterSeconds: Int? = nil,
        formsLeadTo target: RedirectAddress? = nil
    ) -> Response {
        let page = Page(
            shell: Shell(self, title: title, address: address, language: words.tag),
            words: Wording(words), content: content)
        var headers = pageFields(language: words.tag, formsLeadTo: target)
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

    private func pageFields(
        language: String, formsLeadTo target: RedirectAddress?
    ) -> HTTPFields {
        var fields: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentLanguage: language,
            .cacheControl: "no-store", .contentSecurityPolicy: Self.policy(formsLeadTo: target),
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
    /// Browsers hold where a form's answer leads to against the form's own rule.
    private static func policy(formsLeadTo target: RedirectAddress?) -> String {
        let targets = ["'self'", target?.origin.text ?? ""].filter { !$0.isEmpty }
        return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action \(targets.joined(separator: " ")); "
            + "base-uri 'none'; frame-ancestors 'none'"
    }
}
