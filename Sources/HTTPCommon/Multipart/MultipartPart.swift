/// What a part of a form says of itself.
public struct MultipartPart: Equatable, Sendable {
    public let name: String
    /// Without folders; `nil` where the part names no file, empty where no file was chosen.
    public let fileName: String?

    /// `nil` unless the header block names the field (RFC 7578 §4.2).
    init?(header: some Sequence<UInt8>) {
        guard let disposition = Self.field("content-disposition", in: header) else { return nil }
        let value = ParameterizedValue(disposition)
        guard value.value == "form-data", let name = value.parameters["name"] else { return nil }
        self.name = name
        let extended = value.parameters["filename*"].flatMap(Self.extended)
        fileName = (extended ?? value.parameters["filename"].map(Self.unquoted))
            .map(Self.withoutFolders)
    }

    /// The value of the first header field of that name. Folded lines are joined.
    private static func field(_ name: String, in header: some Sequence<UInt8>) -> String? {
        let text = String(decoding: Array(header), as: UTF8.self)
        let lines = text.unicodeScalars.split(separator: "\n").map { line in
            String(line.filter { $0 != "\r" })
        }
        var value: String?
        for line in lines {
            if value != nil, line.hasPrefix(" ") || line.hasPrefix("\t") {
                value? += line
                continue
            }
            if value != nil { break }
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0].lowercased() == name { value = String(parts[1]) }
        }
        return value
    }

    /// `UTF-8''percent%20encoded` (RFC 8187 §3.2.1); other charsets are not read.
    private static func extended(_ value: String) -> String? {
        let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        return percentDecoded(parts[2].utf8)
    }

    /// Browsers write a quotation mark in a file's name as `%22` (WHATWG HTML §4.10.22.8).
    private static func unquoted(_ name: String) -> String {
        name.split(separator: "%22", omittingEmptySubsequences: false).joined(separator: "\"")
    }

    /// Path parts of every system, and control characters, are stripped.
    private static func withoutFolders(_ name: String) -> String {
        let last =
            name.unicodeScalars.split(
                omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "\\" }
            ).last ?? Substring.UnicodeScalarView()
        return String(
            String.UnicodeScalarView(
                last.filter { $0.properties.generalCategory != .control }))
    }
}
