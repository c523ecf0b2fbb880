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

    public struct Outcome: Sendable {
        public let transaction: BulkID
        /// In the order of the rows.
        public let documents: [Document]
    }

    public static let rowLimit = 1_000

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Throws with the path of the row that is wrong; pictures and passwords are looked at when
    /// everything else is right.
    public func callAsFunction(
        _ rows: [Row], from id: TemplateID, by actor: Actor
    ) async throws -> Outcome {
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
        let now = ports.clock.now()
        let changes = try await Array(wanted.enumerated()).mapOnAllCores { row, document in
            // One after another, as lists show them.
            ports.creating(
                document, by: actor, at: Instant(microseconds: now.microseconds + Int64(row)))
        }
        try await ports.documents.commit(changes)
        return Outcome(transaction: transaction, documents: changes.map(\.after))
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
