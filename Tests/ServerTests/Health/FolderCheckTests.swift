import Foundation
import Glibc
import TamgaTestKit
import Testing

@testable import Server

@Suite("The check of the data directory")
struct FolderCheckTests {
    /// Of the kernel's; in most containers root may not write it either.
    private static let closed = "/proc/sys/kernel"

    @Test("warns where other users may look in")
    func open() async throws {
        let fresh = try await FreshFolder()
        let path = fresh.settings.dataFolder
        try fresh.permit(0o755, on: path)
        #expect(
            await FolderCheck(path: path).finding()
                == .warning(
                    "other users may look into \(path) (mode 755)", remedy: "chmod 700 \(path)"))
    }

    @Test("fails where a file stands in its place")
    func file() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1], as: "data")
        #expect(
            await FolderCheck(path: path).finding()
                == .failed("\(path) is no directory", remedy: "name one by data-dir"))
    }

    @Test(
        "fails where it cannot be written, or not be made",
        .enabled(if: access(closed, W_OK) != 0, "this user may write everywhere"),
        arguments: [closed, closed + "/tamga/data"])
    func unwritable(path: String) async {
        let finding = await FolderCheck(path: path).finding()
        #expect(finding.isFailure)
        #expect(finding.remedy?.contains("the server's user") == true)
    }

    @Test(
        "fails where a command of another user's left a file",
        .enabled(if: geteuid() == 0, "only root can give a file away"))
    func stranger() async throws {
        let fresh = try await FreshFolder()
        let path = fresh.settings.dataFolder
        #expect(chown("\(path)/keys/issuing.sealed", 65_533, 65_533) == 0)
        let finding = await FolderCheck(path: path).finding()
        #expect(finding.isFailure)
        #expect(finding.text.hasPrefix("\(path)/keys/issuing.sealed belongs to 65533"))
        #expect(finding.remedy?.hasPrefix("chown -R root \(path)") == true)
    }

    @Test("a disk without room fails, one with little room is warned of")
    func space() async throws {
        let folder = try TemporaryFolder()
        let remedy = "free some, or move the data directory to a larger disk"
        let full = await SpaceCheck(path: folder.path, needed: .max).finding()
        #expect(full.isFailure && full.remedy == remedy)
        let scarce = await SpaceCheck(path: folder.path, comfortable: .max).finding()
        #expect(scarce.isWarning && scarce.remedy == remedy)
        #expect(
            await SpaceCheck(path: folder.path, needed: 0, comfortable: 0).finding().remedy == nil)
    }
}
