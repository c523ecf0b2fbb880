import PDFCore

/// The update that adds validation data to a signed document: PAdES B-LT (EN 319 142-1 §5.4.2).
///
/// It is made from the revision's context alone and is itself unsigned; a document timestamp
/// over it makes B-LTA.
public struct SecurityStoreUpdate: Sendable {
    /// By the full name of a signature's field.
    public var data: [String: ValidationData]

    public init(data: [String: ValidationData]) { self.data = data }

    /// Throws ``SigningError/noSignature(_:)`` for a field without a signature.
    public func made(on context: RevisionContext) throws(SigningError) -> RevisionDelta {
        var structure = context.structure
        var update = IncrementalUpdate(after: structure.tail)
        try store(in: &structure, &update)
        let finished = update.finish(newID: identifier(after: context.digest))
        var state = context.digest
        state.update(finished.bytes)
        structure.tail = finished.tail
        return RevisionDelta(
            bytes: finished.bytes, context: RevisionContext(structure: structure, digest: state))
    }

    private func store(
        in structure: inout RevisionStructure, _ update: inout IncrementalUpdate
    ) throws(SigningError) {
        var store = structure.securityStore ?? SecurityStore()
        for (field, data) in data.sorted(by: { $0.key < $1.key }) {
            guard let record = structure.signatures.first(where: { $0.field == field }) else {
                throw .noSignature(field)
            }
            store.add(data, of: record, in: &update)
        }
        let wasLinked = store.id != nil
        let id = store.write(to: &update)
        structure.securityStore = store
        guard !wasLinked else { return }
        structure.catalog.dictionary.value["DSS"] = .reference(id)
        update.set(structure.catalog)
    }

    /// Differs for every revision, and for other data.
    private func identifier(after state: SHA256State) -> [UInt8] {
        var state = state
        for name in data.keys.sorted() { state.update(Array(name.utf8)) }
        return Array(state.digest().prefix(16))
    }
}
