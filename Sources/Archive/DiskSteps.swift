import Durability
import Glibc

/// The steps after which bytes are safe, replaceable so that tests can make each of them fail.
struct DiskSteps: Sendable {
    /// Brings a file's bytes to the disk; 0, or −1 with errno set.
    var flush: @Sendable (Int32) -> Int32 = { fsync($0) }
    /// Gives a flushed file its name and makes the name durable.
    var name: @Sendable (_ draft: String, _ path: String) throws -> Void = {
        try DurableFile.name($0, as: $1)
    }
    /// Makes the names in a path's folder durable.
    var flushFolder: @Sendable (_ path: String) throws -> Void = {
        try DurableFile.flushFolder(of: $0)
    }
}

/// The result, or the fault that errno tells.
@discardableResult
func check(_ result: Int, _ step: String, _ path: String) throws(ArchiveFault) -> Int {
    guard result >= 0 else { throw .refused(step: step, path: path, code: errno) }
    return result
}

@discardableResult
func check(_ result: Int32, _ step: String, _ path: String) throws(ArchiveFault) -> Int32 {
    guard result >= 0 else { throw .refused(step: step, path: path, code: errno) }
    return result
}
