internal import Crypto
public import PDFCore

/// The document security store of a revision: its validation data (ISO 32000-2 §12.8.4.3).
public struct SecurityStore: Codable, Hashable, Sendable {
    /// A value in the store: its stream, and what it holds.
    public struct Entry: Codable, Hashable, Sendable {
        public var id: ObjectID
        /// SHA-256 of the DER; empty if it could not be read.
        public var digest: [UInt8]
    }

    /// Nil where the catalog's own dictionary holds the store.
    var id: ObjectID?
    private(set) var certificates: [Entry] = []
    private(set) var revocationLists: [Entry] = []
    private(set) var ocspResponses: [Entry] = []
    /// The /VRI; its entries are never changed, only added to.
    private var perSignature = StoredDictionary([:])
    /// The object that holds the /VRI; nil where the store's own dictionary does.
    private(set) var perSignatureID: ObjectID?

    init() {}

    /// Nil if the newest revision has no store.
    init?(of reader: PDFReader) throws {
        let object = try reader.catalog()["DSS"]
        guard let store = try reader.optionalDictionary(object) else { return nil }
        id = object?.reference
        certificates = try Self.entries(store["Certs"], in: reader)
        revocationLists = try Self.entries(store["CRLs"], in: reader)
        ocspResponses = try Self.entries(store["OCSPs"], in: reader)
        perSignatureID = store["VRI"]?.reference
        perSignature = StoredDictionary(try reader.optionalDictionary(store["VRI"]) ?? [:])
    }

    private static func entries(_ list: PDFObject?, in reader: PDFReader) throws -> [Entry] {
        try reader.elements(list).compactMap(\.reference).map { id in
            // One that cannot be read is kept all the same; it only is not recognised.
            let der = try? reader.streamData(id)
            return Entry(id: id, digest: der.map(Self.digest) ?? [])
        }
    }

    private static func digest(of der: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: der)) }

    /// Whether the store has data for this signature.
    func holds(_ record: SignatureRecord) -> Bool {
        perSignature.value[PDFName(record.key)] != nil
    }

    /// Adds what a signature needs, unless the store has something for it already; a value that the
    /// store has already is only referred to.
    mutating func add(
        _ data: ValidationData, of record: SignatureRecord, in update: inout IncrementalUpdate
    ) {
        guard !holds(record) else { return }
        var own: PDFDictionary = [:]
        own["Cert"] = Self.add(data.certificates, to: &certificates, in: &update)
        own["CRL"] = Self.add(data.revocationLists, to: &revocationLists, in: &update)
        own["OCSP"] = Self.add(data.ocspResponses, to: &ocspResponses, in: &update)
        guard !own.isEmpty else { return }
        perSignature.value[PDFName(record.key)] = .dictionary(own)
    }

    /// The references to the values, nil if there are none.
    private static func add(
        _ values: [[UInt8]], to entries: inout [Entry], in update: inout IncrementalUpdate
    ) -> PDFObject? {
        guard !values.isEmpty else { return nil }
        var references: [PDFObject] = []
        for der in values {
            let digest = digest(of: der)
            var known = entries.first { $0.digest == digest }?.id
            if known == nil {
                let id = update.allocate()
                update.set(id, toDER: der)
                entries.append(Entry(id: id, digest: digest))
                known = id
            }
            if let known, !references.contains(.reference(known)) {
                references.append(.reference(known))
            }
        }
        return .array(references)
    }

    /// Writes the store's own dictionary.
    mutating func write(to update: inout IncrementalUpdate) -> ObjectID {
        let id = id ?? update.allocate()
        self.id = id
        update.set(id, to: .dictionary(dictionary))
        if let perSignatureID {
            update.set(perSignatureID, to: .dictionary(perSignature.value))
        }
        return id
    }

    private var dictionary: PDFDictionary {
        var dictionary: PDFDictionary = [:]
        dictionary["Certs"] = Self.list(certificates)
        dictionary["CRLs"] = Self.list(revocationLists)
        dictionary["OCSPs"] = Self.list(ocspResponses)
        dictionary["VRI"] =
            perSignatureID.map(PDFObject.reference) ?? .dictionary(perSignature.value)
        return dictionary
    }

    private static func list(_ entries: [Entry]) -> PDFObject? {
        entries.isEmpty ? nil : .array(entries.map { .reference($0.id) })
    }
}

extension IncrementalUpdate {
    /// A stream of DER, compressed where that makes it shorter.
    fileprivate mutating func set(_ id: ObjectID, toDER der: [UInt8]) {
        let deflated = Flate.deflate(der)
        if deflated.count + 20 < der.count {
            set(id, toStream: ["Filter": .name("FlateDecode")], body: deflated)
        } else {
            set(id, toStream: [:], body: der)
        }
    }
}
