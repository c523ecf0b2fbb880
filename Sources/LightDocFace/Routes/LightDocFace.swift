public import Domain
public import FoundationEssentials
public import HTTPCommon
public import Hummingbird

/// The LightDoc v1 wire: decodes requests, asks the use cases, encodes what they answer.
public struct LightDocFace: Sendable {
    let ports: Ports
    /// For dates that name no zone themselves.
    let zone: TimeZone

    public init(ports: Ports, zone: TimeZone) {
        self.ports = ports
        self.zone = zone
    }

    /// Adds every route of the contract, and the edge that gives failures under `/v1` their form.
    ///
    /// `router` is the root router, so that unknown paths and methods come by the edge as well.
    public func addRoutes(to router: some RouterMethods<TamgaContext>) {
        let routes = Route.contract
        var table = RouteTable()
        for route in routes { table.add("/v1" + route.path, route.method) }
        _ = router.add(
            middleware: Edge(prefix: "/v1", routes: table, replies: LightDocReplies()))
        for route in routes {
            router.on("/v1\(route.path)", method: route.method) { request, context in
                try await route.answer(Call(face: self, request: request, context: context))
            }
        }
    }
}
