import Glibc

/// What of the file system a task may open, where the kernel can say so.
struct Reach: Sendable {
    /// The files to read.
    var files: [String] = []
    /// The folder for what the task makes.
    var folder: String?

    /// Programs, libraries and fonts: of the machine, none of the server's.
    static let system: [String] = {
        let machine = [
            "/usr", "/bin", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime",
            "/etc/ssl/openssl.cnf",
            "/nix/store", "/gnu/store", "/var/cache/fontconfig", "/dev/null", "/dev/urandom",
            "/proc/self", "/proc/sys/vm/overcommit_memory",
        ]
        let home = variable("HOME").map { home in
            [".fonts", ".local/share/fonts", ".cache/fontconfig", ".config/fontconfig"]
                .map { "\(home)/\($0)" }
        }
        let searched = ["PATH", "LD_LIBRARY_PATH"].flatMap { name in
            (variable(name) ?? "").split(separator: ":").map(String.init)
        }
        let fonts = ["FONTCONFIG_FILE", "FONTCONFIG_PATH"].compactMap(variable)
        let cache = variable("XDG_CACHE_HOME").map { "\($0)/fontconfig" }
        return machine + (home ?? []) + searched + fonts + [cache].compactMap(\.self)
    }()

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
