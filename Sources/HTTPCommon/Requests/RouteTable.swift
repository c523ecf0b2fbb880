public import HTTPTypes

/// Which methods a face answers at which path, so that a known path with another method is told
/// from an unknown path (RFC 9110 §15.5.6).
public struct RouteTable: Sendable {
    private var routes: [(segments: [Substring], method: HTTPRequest.Method)] = []

    public init() {}

    /// `path` in the router's spelling: a segment `{name}` stands for any.
    public mutating func add(_ path: String, _ method: HTTPRequest.Method) {
        routes.append((path.split(separator: "/"), method))
    }

    /// What to answer where the router found nothing.
    public func failure(for path: String) -> RequestFailure {
        let segments = path.split(separator: "/")
        let allowed = routes.filter { Self.matches($0.segments, segments) }.map(\.method.rawValue)
        return allowed.isEmpty ? .routeNotFound : .methodNotAllowed(allowed: allowed)
    }

    private static func matches(_ pattern: [Substring], _ segments: [Substring]) -> Bool {
        pattern.count == segments.count
            && zip(pattern, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
