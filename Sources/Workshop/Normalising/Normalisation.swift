import CQPDF
import Domain
import FoundationEssentials
import Glibc
import PDFCore
import PDFSigning

/// One file made of one or several by libqpdf: all pages in order, one plain cross-reference
/// table, no encryption. The same files give the same bytes.
struct Normalisation {
    /// At least one.
    let files: [String]
    let output: String

    /// What is taken over, the most first: a broken part of a document must not cost the rest.
    enum Extent: CaseIterable {
        /// Everything as it is.
        case document
        /// Everything, under a page tree made anew.
        case documentWithPages
        /// The pages, without what the document says besides: form, structure, attachments.
        case pages
    }

    /// Throws the trouble of the files, or of what libqpdf made of them last.
    func run() throws {
        for file in files { _ = try RepairedFile(path: file) }
        // Only with pages named do merged ones keep their form fields.
        let extents = files.count > 1 ? Extent.allCases.dropFirst() : Extent.allCases[...]
        var trouble: any Error = FileTrouble.unreadable
        for extent in extents {
            do {
                try write(extent)
                return try check()
            } catch {
                trouble = error
                unlink(output)
            }
        }
        throw trouble
    }

    /// Files that can be read but not written as one are too much for libqpdf.
    private func write(_ extent: Extent) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let job = QPDFJob(files, output, extent)
        let text = String(decoding: try encoder.encode(job), as: UTF8.self)
        guard qpdfjob_run_from_json(text) == 0 else { throw FileTrouble.tooComplex }
    }

    /// Whether the strict reader, and so everybody, can read what was made.
    private func check() throws {
        let reader = try PDFReader(FileSource(path: output), limits: .wholeFile)
        _ = try UploadInspector(reader).facts()
        guard Cleanness(of: reader).isClean else { throw FileTrouble.unreadable }
    }
}

/// A job of libqpdf in its own JSON (qpdf manual, "QPDFJob: a Job-Based Interface").
private struct QPDFJob: Encodable {
    let inputFile: String?
    let empty: String?
    let outputFile: String
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

    init(_ files: [String], _ output: String, _ extent: Normalisation.Extent) {
        outputFile = output
        let others = files.dropFirst()
        switch extent {
        case .document, .documentWithPages:
            (inputFile, empty) = (files[0], nil)
            let own = extent == .document ? [] : [PageRange(file: ".")]
            pages = own.isEmpty ? nil : own + others.map { PageRange(file: $0) }
            let attachments = others.indices.map { index in
                AttachmentSource(file: files[index], prefix: "\(index + 1)-")
            }
            copyAttachmentsFrom = attachments.isEmpty ? nil : attachments
        case .pages:
            (inputFile, empty) = (nil, "")
            pages = files.map { PageRange(file: $0) }
            copyAttachmentsFrom = nil
        }
    }
}
