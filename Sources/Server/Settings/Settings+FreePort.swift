extension Settings {
    /// The same settings with a port that is free now, where any is allowed.
    func withFreePort() throws -> Settings {
        guard port == 0 else { return self }
        var settings = self
        do throws(BoundSocket.Failure) {
            settings.port = try BoundSocket(host: host, port: 0).port ?? 0
        } catch {
            throw SettingError("listen: no free port at \(host)")
        }
        return settings
    }
}
