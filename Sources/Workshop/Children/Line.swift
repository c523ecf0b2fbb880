import Glibc

/// One end of the socket between the server and a warm child: frames of a length and bytes.
struct Line: Sendable {
    let descriptor: Int32

    /// Why nothing was received.
    enum Silence: Error {
        /// The other end is gone, or never was there.
        case closed
        /// Nothing came for as long as ``wait(_:)`` allows, or far too much.
        case overran
    }

    /// How long to wait for bytes from now on.
    func wait(_ limit: Duration) {
        var time = timeval()
        time.tv_sec = Int(limit.components.seconds)
        time.tv_usec = Int(limit.components.attoseconds / 1_000_000_000_000)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    /// How many bytes could be read now, at most one; nil where the other end is gone.
    var pendingCount: Int? {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT))
        // One that ended with something unread resets the line instead of closing it.
        if count < 0 { return [EAGAIN, EINTR].contains(errno) ? 0 : nil }
        return count == 0 ? nil : count
    }

    func send(frame bytes: [UInt8]) throws(Silence) {
        try send(Self.bytes(UInt32(bytes.count)) + bytes)
    }

    func receiveFrame(limit: Int) throws(Silence) -> [UInt8] {
        let count = Int(try receiveNumber())
        guard count <= limit else { throw .overran }
        return try receive(count)
    }

    func receiveNumber() throws(Silence) -> UInt32 {
        try receive(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Most significant byte first.
    static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// Without the signal that a broken line would raise.
    func send(_ bytes: [UInt8]) throws(Silence) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .closed }
            rest = rest.dropFirst(count)
        }
    }

    func receive(_ count: Int) throws(Silence) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let received = bytes.withUnsafeMutableBytes {
                recv(descriptor, $0.baseAddress.map { $0 + filled }, count - filled, 0)
            }
            if received < 0 && errno == EINTR { continue }
            guard received >= 0 || errno != EAGAIN else { throw .overran }
            guard received > 0 else { throw .closed }
            filled += received
        }
        return bytes
    }
}
