import Authority
import Delivery
import Domain
import Foundation
import HTTPCommon
import Hummingbird
import HummingbirdCore
import LightDocFace
import Logging
import Pages
import ServiceLifecycle
import SignOKFace
import UnixSignals

/// The server: faces and pages over one workplace, with the job workers inside.
public struct TamgaServer: Sendable {
    private let settings: Settings

    /// A port of 0 is replaced by a free one, so that every URL is right from the start.
    public init(_ settings: Settings) throws {
        self.settings = try settings.withFreePort()
    }

    /// Serves until SIGTERM or SIGINT; what is under way is finished first.
    public func run(onReady: @escaping @Sendable (_ url: String) -> Void) async throws {
        LoggingSystem.bootstrap(JSONLog.init)
        // Before anything else: a second server must not even migrate.
        let lock = try Workplace.lock(settings)
        defer { withExtendedLifetime(lock) {} }
        let place = try await Workplace.open(settings)
        place.sweepScratch()
        try await place.ports.jobs.releaseAll()
        let url = "http://\(settings.host):\(settings.port)"
        let application = Application(
            router: router(place),
            server: .http1(configuration: Self.connections),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port), serverName: nil),
            onServerRunning: { _ in onReady(url) }, logger: Logger(label: "tamga.http"))
        let services = ServiceGroup(
            configuration: .init(
                services: [.init(service: application), .init(service: place.workers)],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "tamga.services")))
        try await services.run()
    }

    /// A header block of 16 KiB at most, a minute of silence at most.
    private static let connections = HTTP1Channel.Configuration(
        additionalChannelHandlers: [ContinueHandler()], idleTimeout: .seconds(60),
        httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16_384, maxHeaderListSize: 16_384, maxHeaderFieldCount: 200))

    private func router(_ place: Workplace) -> Router<TamgaContext> {
        // RFC 9110 §9.1: what answers GET answers HEAD.
        let router = Router(context: TamgaContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders(publicAddress: place.ports.addresses.base))
        let pages = Pages(
            ports: place.ports, language: settings.language,
            zoneOffsetMinutes: settings.zone.secondsFromGMT() / 60)
        router.add(middleware: pages.edge)
        LightDocFace(ports: place.ports, zone: settings.zone).addRoutes(to: router)
        SignOKFace(
            ports: place.ports, vocabulary: settings.signOKVocabulary,
            alwaysOK: settings.signOKAlwaysHTTP200, listsReferees: settings.signOKReferees
        ).addRoutes(to: router)
        pages.addRoutes(to: router)
        HealthRoutes(readiness: place.readiness).addRoutes(to: router)
        return router
    }
}
