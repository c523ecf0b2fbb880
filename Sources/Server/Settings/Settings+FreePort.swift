import Glibc

extension Settings {
    /// The same settings with a port that is free now, where any is allowed.
    func withFreePort() throws -> Settings {
        guard port == 0 else { return self }
        var settings = self
        settings.port = try Self.freePort(host: host)
        return settings
    }

    private static func freePort(host: String) throws -> Int {
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(file) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, host, &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(file, pointer, length) == 0 && getsockname(file, pointer, &length) == 0
            }
        }
        guard isBound else { throw SettingError("listen: no free port at \(host)") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
