import CQPDF
import Domain
import FoundationEssentials

/// One file made of one or several by libqpdf: all pages in order, one plain cross-reference
/// table, no encryption. The same files give the same bytes.
struct Normalisation {
    /// At least one.
    let files: [String]
    let output: String

    /// Throws ``FileTrouble/tooComplex`` where files that can be read cannot be written as one.
    func run() throws {
        for file in files { _ = try RepairedFile(path: file) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let job = String(decoding: try encoder.encode(QPDFJob(files, output)), as: UTF8.self)
        guard qpdfjob_run_from_json(job) == 0 else { throw FileTrouble.tooComplex }
    }
}

/// A job of libqpdf in its own JSON (qpdf manual, "QPDFJob: a Job-Based Interface").
private struct QPDFJob: Encodable {
    let inputFile: String
    let outputFile: String
    /// Only this way do merged pages keep their form fields.
    let pages: [PageRange]?
    let copyAttachmentsFrom: [AttachmentSource]?
    let decrypt = ""
    let objectStreams = "disable"
    let streamData = "preserve"
    let deterministicId = ""
    let noWarn = ""
    let warningExit0 = ""

    struct PageRange: Encodable {
        let file: String
        let range = "1-z"
    }

    struct AttachmentSource: Encodable {
        let file: String
        /// Keeps equal names apart.
        let prefix: String
    }

    init(_ files: [String], _ output: String) {
        inputFile = files[0]
        outputFile = output
        guard files.count > 1 else {
            pages = nil
            copyAttachmentsFrom = nil
            return
        }
        pages = [PageRange(file: ".")] + files.dropFirst().map { PageRange(file: $0) }
        copyAttachmentsFrom = files.indices.dropFirst().map { index in
            AttachmentSource(file: files[index], prefix: "\(index + 1)-")
        }
    }
}
