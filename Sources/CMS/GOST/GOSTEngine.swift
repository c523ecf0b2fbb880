import COpenSSL

/// OpenSSL's engine with GOST R 34.10-2012 and Streebog (Debian's libengine-gost-openssl).
///
/// A reference implementation: signatures are checked with it, none is made.
public enum GOSTEngine {
    /// Whether it is installed. The first who asks loads it, once for the whole process.
    public static let isAvailable = tamga_gost_load() == 1

    /// Loads it where it is installed, for who will not be able to open files later.
    public static func load() { _ = isAvailable }

    /// One line, for people.
    static let absence = "GOST algorithms, for which OpenSSL's gost engine is not installed"
}
