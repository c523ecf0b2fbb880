import CSandbox
import Glibc

/// A task written down in memory, for a child to read as its standard input.
///
/// A file and no pipe: a child that ends before it has read its task can then do no harm to who
/// writes it (a broken pipe raises a signal, and cannot be reported through swift-subprocess
/// 1.0.2 without ending the process).
struct TaskFile: ~Copyable {
    let descriptor: Int32

    struct Failure: Error {
        let code: Int32
    }

    init(_ bytes: [UInt8]) throws {
        let file = tamga_memory_file()
        guard file >= 0 else { throw Failure(code: errno) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 else {
                let code = errno
                close(file)
                throw Failure(code: code)
            }
            rest = rest.dropFirst(count)
        }
        lseek(file, 0, SEEK_SET)
        descriptor = file
    }

    deinit { close(descriptor) }
}
