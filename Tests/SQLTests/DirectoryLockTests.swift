import SQLiteDriver
import Testing

@Suite("Directory lock")
struct DirectoryLockTests {
    @Test("a second holder is refused and told the remedy")
    func refusesSecond() throws {
        let folder = try TemporaryDatabase()
        let held = try DirectoryLock(directory: folder.folder)
        let failure = #expect(throws: DirectoryLock.Failure.self) {
            try DirectoryLock(directory: folder.folder)
        }
        #expect(failure == .held(path: folder.folder + "/tamga.lock"))
        #expect(failure?.description.contains("Stop it first") == true)
        withExtendedLifetime(held) {}
    }

    @Test("the lock is free again after its holder is gone")
    func frees() throws {
        let folder = try TemporaryDatabase()
        do { withExtendedLifetime(try DirectoryLock(directory: folder.folder)) {} }
        _ = try DirectoryLock(directory: folder.folder)
    }

    @Test("a folder that does not exist is reported, not made")
    func reportsAbsentFolder() throws {
        let folder = try TemporaryDatabase()
        #expect(
            throws: DirectoryLock.Failure.unusable(path: folder.folder + "/a/tamga.lock", code: 2)
        ) {
            try DirectoryLock(directory: folder.folder + "/a")
        }
    }
}
