/// Makes many documents from one template: all of them, or none.
public struct CreateInBulk: Sendable {
    public struct Row: Sendable {
        /// The client's own number of the row.
        public let sequence: String
        public let order: TemplateOrder

        public init(sequence: String, order: TemplateOrder) {
            self.sequence = sequence
            self.order = order
        }
    }

    public static let rowLimit = 1_000

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Throws with the path of the row that is wrong; pictures and passwords are looked at when
    /// everything else is right.
    /// - Parameter tell: what is to be told of each document, once all are made.
    /// - Returns: what is told, in the order of the rows.
    public func callAsFunction<Told: Sendable>(
        _ rows: [Row], from id: TemplateID, by actor: Actor,
        telling tell: @escaping @Sendable (Document) -> Told
    ) async throws -> (transaction: BulkID, told: [Told]) {
        let transaction: BulkID = ports.randomness.identifiers(1, at: ports.clock.now())[0]
        let orders = rows.enumerated().map { place, row in
            var order = row.order
            order.bulk = BulkPlace(transaction: transaction, row: place, sequence: row.sequence)
            return order
        }
        let template = try await ports.template(id, for: actor)
        let fitting = try await template.documents(orders, .none)
        try await ports.checkRedirects(of: orders, by: actor)
        let materials = try await OrderMaterials(for: orders, ports)
        let wanted = materials.isEmpty ? fitting : try await template.documents(orders, materials)
        let now = ports.clock.now().microseconds
        let told = try await ports.documents.commit(wanted.count) { [ports] row in
            // One after another, as lists show them.
            let time = Instant(microseconds: now + Int64(row))
            let change = ports.creating(wanted[row], by: actor, at: time)
            return (change, tell(change.after))
        }
        return (transaction, told)
    }
}

extension Template {
    /// What the orders ask for; the first that does not fit is named.
    fileprivate func documents(
        _ orders: [TemplateOrder], _ materials: OrderMaterials
    ) async throws -> [NewDocument] {
        try await orders.mapOnAllCores { order in
            let document = try document(order, materials)
            try document.validate()
            return document
        }
    }
}
