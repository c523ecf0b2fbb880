import Foundation
import Workshop

/// The file that is signed: the input itself, or a rewritten copy of it that goes away afterwards.
enum BaseFile {
    static func lend<Result>(
        of file: String, keepingBytes: Bool, _ body: (_ path: String) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "tamga-sign-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let copy = "\(folder)/copy.pdf"
        let base = try await FileWorkshop.opening(file) { try await $0.base(of: file, copy: copy) }
        guard case .copy(let reasons) = base else { return try await body(file) }
        let why = reasons.joined(separator: "; ")
        guard !keepingBytes else {
            throw Problem(
                "\(file) would have to be rewritten (\(why)); leave out --keep-bytes to allow it")
        }
        note("\(file) was rewritten before signing: \(why)")
        return try await body(copy)
    }
}
