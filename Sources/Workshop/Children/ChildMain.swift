import CMS
import CSandbox
import Glibc
import PDFText

/// The life of a warm child: it takes tasks from its line, one after another, and has each
/// carried out by a copy of itself, which ends with the task.
///
/// This process reads no foreign byte, so no file can spoil the next one's copy; a copy costs a
/// hundredth of a start.
public enum ChildMain {
    /// Exit statuses that say the child failed, not the file.
    enum Status {
        static let done: Int32 = 0
        /// EX_USAGE, EX_SOFTWARE and EX_OSERR of sysexits.h.
        static let notATask: Int32 = 64
        static let fault: Int32 = 70
        static let notLocked: Int32 = 71
        /// The answer was longer than ``answerByteLimit``.
        static let overran: Int32 = 255
    }

    /// The first byte on the line: the child is warm.
    static let ready = UInt8(ascii: "R")

    static let taskByteLimit = 16 * 1024 * 1024
    /// Answers are small; images, texts and documents go by files.
    static let answerByteLimit = 8 * 1024 * 1024

    /// The line is standard input; must be called while the process has one thread alone.
    public static func run() -> Never {
        let line = Line(descriptor: STDIN_FILENO)
        guard tamga_sandbox_close_inherited() == 0, tamga_conceal() == 0,
            tamga_sandbox_renounce() == 0
        else { exit(Status.notLocked) }
        SystemFonts.load()
        // A copy that is locked in could not open the library any more.
        GOSTEngine.load()
        do {
            try line.send([ready])
            while true {
                try reply(to: try line.receiveFrame(limit: taskByteLimit), on: line)
            }
        } catch {
            exit(Status.done)
        }
    }

    private static func reply(to task: [UInt8], on line: Line) throws(Line.Silence) {
        let answer = tamga_memory_file()
        defer { close(answer) }
        let copy = answer < 0 ? -1 : tamga_copy()
        if copy == 0 { TaskCopy(answer: answer).live(for: task) }
        let status = copy < 0 ? Status.notLocked : tamga_await(copy, line.descriptor)
        let bytes = contents(of: answer)
        let isTooLong = bytes.count > answerByteLimit
        try line.send(
            Line.bytes(UInt32(bitPattern: isTooLong ? Status.overran : status)))
        try line.send(frame: isTooLong ? [] : bytes)
    }

    /// One byte more than allowed tells that there are more.
    private static func contents(of file: Int32) -> [UInt8] {
        let count = min(max(0, Int(lseek(file, 0, SEEK_END))), answerByteLimit + 1)
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(file, buffer.baseAddress, count, 0))
        }
    }
}
