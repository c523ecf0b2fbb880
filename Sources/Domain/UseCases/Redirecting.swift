extension Ports {
    /// Orders may send browsers anywhere, unless the account lists origins (contract SignOK,
    /// row 17).
    func checkRedirects(of orders: [TemplateOrder], by actor: Actor) async throws {
        guard orders.contains(where: { $0.redirect != nil }) else { return }
        let origins = try await accounts.redirectOrigins(of: actor.user.account)
        guard !origins.isEmpty else { return }
        for order in orders {
            guard let redirect = order.redirect, !origins.contains(redirect.origin) else {
                continue
            }
            throw Refusal.invalid(
                path: "\(order.path)redirect_url", .notOneOf(origins.map(\.text)))
        }
    }
}
