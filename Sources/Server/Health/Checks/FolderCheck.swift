import Foundation
import Glibc

/// The data directory: there, ours to write, closed to others, and all of it of one owner.
struct FolderCheck: Check {
    /// Absolute, so that a directory of another working directory is seen to be one.
    private let path: String

    init(path: String) {
        self.path = URL(filePath: path).standardizedFileURL.path
    }

    func finding() async -> Finding {
        do throws(FileStatus.Hidden) {
            guard let folder = try FileStatus(path) else { return absent }
            return finding(of: folder)
        } catch {
            return error.finding
        }
    }

    private func finding(of folder: FileStatus) -> Finding {
        guard folder.isFolder else {
            return .failed("\(path) is no directory", remedy: "name one by data-dir")
        }
        guard folder.permits(R_OK | W_OK | X_OK) else { return forbidden(folder) }
        if let stranger = stranger(in: folder) { return foreign(stranger, in: folder) }
        guard !folder.isOpenToOthers else {
            return .warning(
                "other users may look into \(path) (mode \(folder.mode))",
                remedy: "chmod 700 \(path)")
        }
        return .good("\(path), for \(folder.ownerName) alone")
    }

    private var absent: Finding {
        guard let nearest = FileStatus.nearest(path), nearest.permits(W_OK | X_OK) else {
            return .failed(
                "\(path) is not there and cannot be made",
                remedy: "make it for the server's user, or name another by data-dir")
        }
        return .warning(
            "\(path) is not there yet",
            remedy: "tamga serve makes it; where a server works already, name its own by data-dir")
    }

    private func forbidden(_ folder: FileStatus) -> Finding {
        .failed(
            "\(path) belongs to \(folder.ownerName) and cannot be written",
            remedy: "run tamga as \(folder.ownerName), or give the directory to the server's user")
    }

    /// Left behind by a command of another user's, mostly root's; the server fails on it.
    private func stranger(in folder: FileStatus) -> FileStatus? {
        let files = FileManager.default
        for place in [path, "\(path)/keys", "\(path)/spool"] {
            let names = (try? files.contentsOfDirectory(atPath: place)) ?? []
            let entries = names.lazy.compactMap { try? FileStatus("\(place)/\($0)") }
            let found = entries.first { $0.ownerName != folder.ownerName }
            if let found { return found }
        }
        return nil
    }

    private func foreign(_ stranger: FileStatus, in folder: FileStatus) -> Finding {
        .failed(
            "\(stranger.path) belongs to \(stranger.ownerName), the directory to "
                + folder.ownerName,
            remedy: "chown -R \(folder.ownerName) \(path), and run every command as that user")
    }
}
