import PDFCore

extension Cleanness.Reason {
    /// One line in English for the file's facts.
    var words: String {
        switch self {
        case .headerNotFirst(let offset): "\(offset) bytes stand before the header"
        case .headerVersion: "the header states no version"
        case .strayTrailerEntry(let key): "the trailer's /\(key.text) leads into the document"
        case .unusualPredictor: "an unusual predictor of a cross-reference stream"
        case .damaged(let error): "damaged: \(error.reason)"
        case .wrongOffset(let id): "object \(id.number) is not where the file says"
        case .wrongSize: "the trailer's /Size is wrong"
        case .hybrid: "hybrid cross-references"
        case .encrypted: "encrypted"
        case .fragmented: "the first cross-reference table is fragmented"
        case .trailingBytes(let count): "\(count) bytes stand after the end"
        }
    }
}
