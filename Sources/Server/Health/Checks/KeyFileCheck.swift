import Authority
import Glibc

/// The key under which all keys are kept: there, readable, and closed to others.
struct KeyFileCheck: Check {
    private let file: String
    private let folder: String

    init(_ settings: Settings) {
        (file, folder) = (settings.keyFile, settings.keyFolder)
    }

    func finding() async -> Finding {
        do throws(FileStatus.Hidden) {
            guard let status = try FileStatus(file) else { return absent }
            return finding(of: status)
        } catch {
            return error.finding
        }
    }

    private func finding(of status: FileStatus) -> Finding {
        guard status.permits(R_OK) else {
            return .failed(
                "\(file) belongs to \(status.ownerName) and cannot be read",
                remedy: "run tamga as that user, or give the file to the server's user")
        }
        guard !status.isOpenToOthers else {
            return .failed(
                "other users may read \(file) (mode \(status.mode))",
                remedy: "chmod 600 \(file)")
        }
        return .good("\(file), for \(status.ownerName) alone")
    }

    private var absent: Finding {
        guard (try? KeyVault.holdsKeys(folder)) == false else {
            return .failed(
                "\(file) is gone, but keys are kept under it",
                remedy: "restore it from its backup, or name it by key-file")
        }
        return .warning(
            "\(file) is not there yet",
            remedy: "tamga serve makes it at its first start; keep a copy apart from the data")
    }
}
