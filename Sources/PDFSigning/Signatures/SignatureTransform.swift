import PDFCore

/// A signature reference dictionary: what the signature has validators watch
/// (ISO 32000-2 §12.8.2).
struct SignatureTransform {
    private let method: PDFName
    private let parameters: PDFDictionary
    /// The object to which a FieldMDP transform refers.
    private var catalog: ObjectID?

    static func certification(_ level: CertificationLevel) -> SignatureTransform {
        SignatureTransform(method: "DocMDP", parameters: ["P": .integer(level.rawValue)])
    }

    /// - Parameters:
    ///   - lock: /Action and /Fields as a lock dictionary has them (table 236).
    static func lock(_ lock: PDFDictionary, catalog: ObjectID) -> SignatureTransform {
        var parameters: PDFDictionary = [:]
        parameters["Action"] = lock["Action"]
        parameters["Fields"] = lock["Fields"]
        return SignatureTransform(method: "FieldMDP", parameters: parameters, catalog: catalog)
    }

    private init(method: PDFName, parameters: PDFDictionary, catalog: ObjectID? = nil) {
        self.method = method
        var whole: PDFDictionary = ["Type": .name("TransformParams"), "V": .name("1.2")]
        for (key, value) in parameters { whole[key] = value }
        self.parameters = whole
        self.catalog = catalog
    }

    var dictionary: PDFDictionary {
        var dictionary: PDFDictionary = [
            "Type": .name("SigRef"), "TransformMethod": .name(method),
            "TransformParams": .dictionary(parameters),
        ]
        dictionary["Data"] = catalog.map(PDFObject.reference)
        return dictionary
    }
}
