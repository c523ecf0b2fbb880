public import Domain
public import HTTPCommon
public import Hummingbird

/// The web pages of people: signing, documents, signing in, checking.
///
/// Everything works without script. A page is a plain model and a template; a GET changes nothing
/// but what is prepared for a signer to sign elsewhere.
public struct Pages: Sendable {
    private let site: Site

    /// - Parameters:
    ///   - language: of pages for somebody of whom nothing better is known.
    ///   - zoneOffsetMinutes: the zone in which times are shown, as a distance from UTC.
    public init(ports: Ports, language: Language = .english, zoneOffsetMinutes: Int = 0) {
        site = Site(ports: ports, language: language, zoneOffsetMinutes: zoneOffsetMinutes)
    }

    /// ``PageEdge`` belongs on the root router, outside the edges of the wire faces.
    public var edge: PageEdge { PageEdge(site: site) }

    public func addRoutes(to router: some RouterMethods<TamgaContext>) {
        AssetRoutes(site: site).add(to: router)
        SigningRoutes(site: site).add(to: router)
        SigningFileRoutes(site: site).add(to: router)
        DocumentRoutes(site: site).add(to: router)
        SignatureFileRoutes(site: site).add(to: router)
        RequesterRoutes(site: site).add(to: router)
        SessionRoutes(site: site).add(to: router)
        VerificationRoutes(site: site).add(to: router)
        TimestampRoutes(site: site).add(to: router)
        IssuerRoutes(site: site).add(to: router)
    }
}
