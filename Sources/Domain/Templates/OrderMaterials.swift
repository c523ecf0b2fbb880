/// What has to be made before orders can become documents: hashes of passwords, and pictures in
/// the archive. Each is made once, however often it is ordered.
struct OrderMaterials: Sendable {
    private var passwordHashes: [String: String] = [:]
    private var pictures: [ContentHash: Blob] = [:]

    /// Nothing is made yet: enough to see whether an order fits.
    static let none = OrderMaterials()

    var isEmpty: Bool { passwordHashes.isEmpty && pictures.isEmpty }

    func hash(of password: String) -> String { passwordHashes[password] ?? "" }

    func picture(_ upload: [UInt8]) -> FieldValue {
        let hash = ContentHash(of: upload)
        return .stored(pictures[hash] ?? Blob(hash: hash, byteCount: upload.count))
    }
}

extension OrderMaterials {
    /// Pictures come first: what can still be refused costs no hash.
    init(for orders: [TemplateOrder], _ ports: Ports) async throws {
        for entry in orders.flatMap(\.allEntries) {
            guard case .picture(let upload) = entry.value else { continue }
            let hash = ContentHash(of: upload)
            if pictures[hash] == nil { pictures[hash] = try await entry.stored(upload, ports) }
        }
        for password in Set(orders.flatMap(\.passwords)) {
            passwordHashes[password] = try ports.linkKey.passwordHash(
                of: password, salt: ports.randomness.bytes(16)
            ).text
            // A hash is long work, and other requests are waiting.
            await Task.yield()
        }
    }
}

extension EntryOrder {
    fileprivate func stored(_ upload: [UInt8], _ ports: Ports) async throws -> Blob {
        do {
            let picture = try await ports.workshop.picture(in: upload)
            return try await ports.archive.store([UInt8](picture.data))
        } catch is FieldTrouble {
            throw Refusal.invalid(path: "\(path).image", .unusablePicture)
        }
    }
}

extension TemplateOrder {
    fileprivate var allEntries: [EntryOrder] { entries + parties.flatMap(\.entries) }
    fileprivate var passwords: [String] { parties.compactMap { $0.checks?.password } }
}
