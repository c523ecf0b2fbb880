import CPango

/// The machine's fonts.
public enum SystemFonts {
    /// Reads their list, once for this process and every copy of it, and starts no thread. Not
    /// needed, but the first typesetting waits for it otherwise.
    public static func load() {
        FcInit()
    }
}
