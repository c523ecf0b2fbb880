import Mustache

/// The one encoder of strings for HTML text and quoted attributes.
///
/// It looks at Unicode scalars. An encoder that looks at characters lets a quote pass that is
/// followed by a combining mark, and with it the rest of an attribute.
struct HTMLEncoding: MustacheContentType {
    static let name = "HTML-SCALARS"

    func escapeText(_ text: String) -> String {
        var encoded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": encoded.append(contentsOf: "&amp;".unicodeScalars)
            case "<": encoded.append(contentsOf: "&lt;".unicodeScalars)
            case ">": encoded.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": encoded.append(contentsOf: "&quot;".unicodeScalars)
            case "'": encoded.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n", "\r": encoded.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": encoded.append("\u{FFFD}")
            default: encoded.append(scalar)
            }
        }
        return String(encoded)
    }
}
