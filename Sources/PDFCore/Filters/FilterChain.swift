/// The filters of a stream, in the order in which they are undone (ISO 32000-2, 7.4).
struct FilterChain {
    private let steps: [(name: PDFName, parameters: PDFDictionary)]

    /// From a stream's dictionary whose `/Filter` and `/DecodeParms` hold no references.
    init(_ dictionary: PDFDictionary) throws(PDFError) {
        guard dictionary["F"] == nil else {
            throw PDFError(.unsupported, "a stream kept in another file")
        }
        let names = Self.list(dictionary["Filter"])
        let parameters = Self.list(dictionary["DecodeParms"])
        guard names.count <= 8 else { throw PDFError(.limit, "too many filters") }
        var steps: [(name: PDFName, parameters: PDFDictionary)] = []
        for (index, object) in names.enumerated() {
            guard let name = object.name else { throw PDFError(.syntax, "a filter without name") }
            let own = index < parameters.count ? parameters[index].dictionary : nil
            steps.append((name, own ?? PDFDictionary()))
        }
        self.steps = steps
    }

    private static func list(_ object: PDFObject?) -> [PDFObject] {
        switch object {
        case nil, .null: []
        case .array(let elements): elements
        case let single?: [single]
        }
    }

    func decode(_ bytes: [UInt8], limit: Int) throws(PDFError) -> [UInt8] {
        var bytes = bytes
        for step in steps { bytes = try Self.undo(step.name, step.parameters, bytes, limit) }
        return bytes
    }

    private static func undo(
        _ name: PDFName, _ parameters: PDFDictionary, _ bytes: [UInt8], _ limit: Int
    ) throws(PDFError) -> [UInt8] {
        switch name.text {
        case "FlateDecode", "Fl":
            try Predictor(parameters).undo(try Flate.inflate(bytes, limit: limit))
        case "LZWDecode", "LZW":
            try Predictor(parameters).undo(
                try LZW(earlyChange: parameters["EarlyChange"]?.asInteger != 0)
                    .decode(bytes, limit: limit))
        case "ASCIIHexDecode", "AHx": try ASCIIFilters.decodeHexadecimal(bytes)
        case "ASCII85Decode", "A85": try ASCIIFilters.decodeBase85(bytes, limit: limit)
        case "RunLengthDecode", "RL": try RunLength.decode(bytes, limit: limit)
        // Undone before the others, where the file is encrypted.
        case "Crypt": bytes
        default: throw PDFError(.unsupported, "the filter \(name.text)")
        }
    }
}
