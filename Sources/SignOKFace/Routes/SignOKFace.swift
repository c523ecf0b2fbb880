public import Domain
public import HTTPCommon
public import Hummingbird

/// The SignOK wire, versions 1 and 2: decodes requests, asks the use cases, encodes what they
/// answer.
public struct SignOKFace: Sendable {
    let ports: Ports
    let vocabulary: Vocabulary
    let listsReferees: Bool
    let known = KnownAnswers()
    private let alwaysOK: Bool

    /// - Parameter alwaysOK: failures leave with status 200 too, for clients that look at the
    ///   envelope alone (contract, `signok-always-http-200`).
    /// - Parameter listsReferees: who gets a copy stands among the signers of version 2 as well
    ///   (contract, `signok-referee-in-signers`).
    public init(
        ports: Ports, vocabulary: Vocabulary = Vocabulary(), alwaysOK: Bool = false,
        listsReferees: Bool = true
    ) {
        self.ports = ports
        self.vocabulary = vocabulary
        self.alwaysOK = alwaysOK
        self.listsReferees = listsReferees
    }

    /// Adds every route of the contract, and the edges that give failures their form.
    ///
    /// `router` is the root router, so that unknown paths and methods come by the edges as well.
    public func addRoutes(to router: some RouterMethods<TamgaContext>) {
        var table = RouteTable()
        for route in Route.contract { table.add(route.path, route.method) }
        _ = router.add(
            middleware: Edge(prefix: "/oauth", routes: table, replies: TokenReplies()))
        for version in WireVersion.allCases {
            let replies = EnvelopeReplies(version: version, alwaysOK: alwaysOK)
            _ = router.add(
                middleware: Edge(prefix: version.prefix, routes: table, replies: replies))
        }
        for route in Route.contract {
            router.on("\(route.path)", method: route.method) { request, context in
                try await route.answer(Call(face: self, request: request, context: context))
            }
        }
    }
}
