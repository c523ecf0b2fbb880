import Glibc

/// A TCP socket that holds an address as long as it lives, without listening.
struct BoundSocket: ~Copyable {
    /// The errno of the step that failed.
    struct Failure: Error, CustomStringConvertible {
        let code: Int32

        var description: String { String(cString: strerror(code)) }
    }

    private let descriptor: Int32

    /// - Parameters:
    ///   - host: a name or an address of this machine.
    ///   - port: 0 for any that is free.
    init(host: String, port: Int) throws(Failure) {
        descriptor = try Self.bind(host, port)
    }

    private static func bind(_ host: String, _ port: Int) throws(Failure) -> Int32 {
        var wish = addrinfo()
        wish.ai_socktype = Int32(SOCK_STREAM.rawValue)
        wish.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &wish, &found) == 0, let place = found else {
            throw Failure(code: EADDRNOTAVAIL)
        }
        defer { freeaddrinfo(place) }
        return try bind(place.pointee)
    }

    private static func bind(_ place: addrinfo) throws(Failure) -> Int32 {
        let kind = place.ai_socktype | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(place.ai_family, kind, 0)
        // As the server does: connections of one that has stopped are not in the way.
        var isReused: Int32 = 1
        setsockopt(
            descriptor, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
        guard Glibc.bind(descriptor, place.ai_addr, place.ai_addrlen) == 0 else {
            let code = errno
            close(descriptor)
            throw Failure(code: code)
        }
        return descriptor
    }

    deinit { close(descriptor) }

    var port: Int? {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isKnown = withUnsafeMutableBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                getsockname(descriptor, $0.baseAddress, &length) == 0
            }
        }
        guard isKnown else { return nil }
        // Both families keep the port in the same place (RFC 3493 §3.3).
        return withUnsafeBytes(of: &address) {
            Int(UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
        }
    }
}
