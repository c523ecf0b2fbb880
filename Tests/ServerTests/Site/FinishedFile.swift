import Domain
import Foundation
import SwiftASN1
import TamgaTestKit

/// A document's whole file on disk, and what programs that are not ours say of it.
struct FinishedFile: Sendable {
    let folder: TemporaryFolder
    let bytes: [UInt8]

    var path: String { folder.file("file.pdf") }

    /// - Parameter rootCertificate: the path of the authority's root, in PEM.
    init(_ bytes: [UInt8], rootCertificate: String) throws {
        folder = try TemporaryFolder()
        self.bytes = bytes
        try folder.write(bytes, as: "file.pdf")
        let text = try String(contentsOfFile: rootCertificate, encoding: .utf8)
        try folder.write(PEMDocument(pemString: text).derBytes, as: "root.der")
    }

    func pyHanko() async throws -> [PyHankoJudge.Verdict] {
        try await PyHankoJudge.verdicts(on: path, trusting: [folder.file("root.der")])
    }

    func pdfsig() async throws -> String {
        try await OutsideTool.run("pdfsig", ["-nocert", path]).output
    }

    func mutool() async throws -> String {
        let answer = try await OutsideTool.run("mutool", ["sign", "-v", path])
        return answer.output + answer.errors
    }

    /// What qpdf complains about; empty for a well-made file.
    func qpdfComplaint() async throws -> String {
        let answer = try await OutsideTool.run("qpdf", ["--check", path])
        return answer.succeeded ? "" : answer.output + answer.errors
    }

    func text() async throws -> String {
        try await OutsideTool.run("pdftotext", [path, "-"]).output
    }
}

extension Site {
    /// The file as a client downloads it.
    func download(_ id: DocumentID) async throws -> FinishedFile {
        let download = try await DownloadDocument(ports).signed(id, by: author)
        return try await file(download.pieces)
    }

    func file(_ pieces: [Blob]) async throws -> FinishedFile {
        var bytes: [UInt8] = []
        for piece in pieces { bytes += try await self.bytes(of: piece) }
        return try FinishedFile(bytes, rootCertificate: folder.file("data/keys/root.crt"))
    }

    func bytes(of blob: Blob) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in ports.archive.read(blob, 0..<blob.byteCount) { bytes += piece }
        return bytes
    }

    func revisions(of document: Document) async throws -> [Revision] {
        try await ports.documents.revisions(of: document.id, round: document.round)
    }
}
