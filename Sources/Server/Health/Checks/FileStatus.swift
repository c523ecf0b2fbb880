import Foundation
import Glibc

/// What the file system says of a file or a folder.
struct FileStatus {
    let path: String
    let isFolder: Bool
    let byteCount: Int
    let ownerName: String
    private let permissions: Int

    /// This user may not even look.
    struct Hidden: Error, CustomStringConvertible {
        let path: String

        var description: String { "\(path) cannot be looked at by this user" }

        var finding: Finding { .failed(description, remedy: "run tamga as the server's user") }
    }

    /// `nil` where nothing is there. A link is what it leads to.
    /// - Throws: ``Hidden``.
    init?(_ path: String) throws(Hidden) {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let facts: [FileAttributeKey: Any]
        do {
            facts = try FileManager.default.attributesOfItem(atPath: target)
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
            return nil
        } catch {
            throw Hidden(path: path)
        }
        self.path = path
        isFolder = facts[.type] as? FileAttributeType == .typeDirectory
        byteCount = facts[.size] as? Int ?? 0
        permissions = facts[.posixPermissions] as? Int ?? 0
        ownerName =
            facts[.ownerAccountName] as? String
            ?? (facts[.ownerAccountID] as? Int).map(String.init) ?? "nobody known"
    }

    /// The permissions as chmod writes them.
    var mode: String { String(permissions & 0o777, radix: 8) }

    /// Whether others than the owner may do anything with it.
    var isOpenToOthers: Bool { permissions & 0o077 != 0 }

    /// Whether this process may do that, as of `access(2)`.
    func permits(_ wish: Int32) -> Bool { access(path, wish) == 0 }

    /// The nearest folder at or above a path that is there.
    static func nearest(_ path: String) -> FileStatus? {
        var path = path
        while true {
            if let status = try? FileStatus(path) { return status }
            guard let slash = path.lastIndex(of: "/") else { return try? FileStatus(".") }
            guard slash != path.startIndex else { return try? FileStatus("/") }
            path = String(path[..<slash])
        }
    }
}
