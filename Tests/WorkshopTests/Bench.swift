import Archive
import Domain
import Foundation
import TamgaTestKit
import Workshop

/// A workshop with an archive of its own, whose children are real processes.
struct Bench {
    let folder: TemporaryFolder
    let archive: DiskArchive
    let workshop: ChildWorkshop

    init() throws {
        folder = try TemporaryFolder()
        archive = try DiskArchive(folder: folder.file("archive"))
        workshop = try ChildWorkshop(
            archive: archive, cacheFolder: folder.file("cache"),
            executable: BuiltProgram.path("WorkshopChild"))
    }

    func inspect(_ bytes: [UInt8]) async throws -> FileFinding {
        try await workshop.inspect(try await archive.store(bytes))
    }

    /// What qpdf's own program makes of a file.
    func qpdf(_ options: [String], _ bytes: [UInt8]) async throws -> [UInt8] {
        let input = try folder.write(bytes, as: "input.pdf")
        try await OutsideTool.qpdf(options, from: input, to: folder.file("output.pdf"))
        return try folder.read("output.pdf")
    }

    /// The whole file that a layout makes.
    func file(_ layout: PreparedLayout) async throws -> [UInt8] {
        try await bytes(of: layout.base) + layout.update
    }

    func bytes(of blob: Blob) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in archive.read(blob, 0..<blob.byteCount) { bytes += piece }
        return bytes
    }
}

extension FileFinding {
    var trouble: FileTrouble? {
        if case .unusable(let trouble) = self { trouble } else { nil }
    }

    var facts: FileFacts? {
        if case .readable(let facts) = self { facts } else { nil }
    }
}
