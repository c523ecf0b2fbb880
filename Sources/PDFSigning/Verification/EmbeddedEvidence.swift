import PDFCore

/// The validation data that a file carries, in its document security store (ISO 32000-2, 12.8.4.3).
///
/// What stands in `/VRI` of one signature is evidence like any other and is kept with the rest.
public struct EmbeddedEvidence: Hashable, Sendable {
    /// The bytes of one certificate, list or answer.
    public struct Item: Hashable, Sendable {
        public let der: [UInt8]
        /// Index of the revision that brought it.
        public let revision: Int
    }

    public private(set) var certificates: [Item] = []
    public private(set) var revocationLists: [Item] = []
    public private(set) var ocspResponses: [Item] = []

    /// Of all items together; what comes after is not read.
    private static let itemLimit = 4096
    private static let byteLimit = 64 << 20

    private var seen: Set<ObjectID> = []
    private var byteCount = 0

    init() {}

    /// As of the newest revision; what cannot be read is left out.
    init(_ reader: PDFReader) {
        guard let root = try? reader.catalog(),
            let store = try? reader.optionalDictionary(root["DSS"])
        else { return }
        collect(store, keys: ("Certs", "CRLs", "OCSPs"), reader)
        let entries = try? reader.optionalDictionary(store["VRI"])
        for (_, value) in entries ?? [:] {
            guard let entry = try? reader.optionalDictionary(value) else { continue }
            collect(entry, keys: ("Cert", "CRL", "OCSP"), reader)
        }
    }

    private mutating func collect(
        _ dictionary: PDFDictionary, keys: (PDFName, PDFName, PDFName), _ reader: PDFReader
    ) {
        certificates += items(dictionary[keys.0], reader)
        revocationLists += items(dictionary[keys.1], reader)
        ocspResponses += items(dictionary[keys.2], reader)
    }

    private mutating func items(_ array: PDFObject?, _ reader: PDFReader) -> [Item] {
        let references = (try? reader.elements(array)) ?? []
        return references.compactMap { element in
            guard let id = element.reference, seen.count < Self.itemLimit,
                seen.insert(id).inserted, let der = try? reader.streamData(id),
                byteCount + der.count <= Self.byteLimit
            else { return nil }
            byteCount += der.count
            return Item(der: der, revision: Self.revision(of: id, in: reader))
        }
    }

    private static func revision(of id: ObjectID, in reader: PDFReader) -> Int {
        reader.revisions.lastIndex { $0.entries[id.number] != nil } ?? 0
    }
}
