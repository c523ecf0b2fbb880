import Durability
import Foundation
import Glibc

/// A file that appears under its name whole, or not at all, and never in the place of the input.
struct OutputFile {
    let path: String
    /// Beside the final name, so that naming it moves no bytes.
    let draft: String

    /// - Throws: ``Problem`` where `path` is the input under whatever name, or no place for a file.
    init(_ path: String, besides input: String) throws {
        guard !DurableFile.isSame(path, input) else {
            throw Problem("-o: \(path) is the input, which is never overwritten; name another file")
        }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
        {
            throw Problem("-o: \(path) is a directory; name a file")
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard access(folder, W_OK) == 0 else {
            throw Problem("-o: no file can be made in \(folder); check that it exists")
        }
        self.path = path
        draft = "\(path).\(UInt32.random(in: .min ... .max)).draft"
    }

    /// Lets `body` write the draft, flushes it and gives it its name; removes it on failure.
    func fill<Result>(_ body: (_ draft: String) async throws -> Result) async throws -> Result {
        defer { unlink(draft) }
        let result = try await body(draft)
        try publish()
        return result
    }

    private func publish() throws {
        do {
            try DurableFile.flush(draft)
            try DurableFile.name(draft, as: path)
        } catch let failure as DurableFile.Failure {
            let reason = String(cString: strerror(failure.code))
            throw Problem("-o: \(path) cannot be written (\(reason)); check the directory")
        }
    }
}
