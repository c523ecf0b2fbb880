import PDFCore

extension PDFDictionary {
    /// This catalog without what would have validators doubt every later signature: metadata and
    /// a structure tree that are not what they claim to be. The base keeps both in its bytes.
    func sparingValidators(of reader: PDFReader) throws(PDFError) -> PDFDictionary {
        var catalog = self
        if let metadata = self["Metadata"], !Self.isPacket(metadata, in: reader) {
            catalog["Metadata"] = nil
        }
        if let root = self["StructTreeRoot"] {
            var tree = StructureTree(root, in: reader)
            if try !tree.isTree() {
                catalog["StructTreeRoot"] = nil
                catalog["MarkInfo"] = nil
            }
        }
        return catalog
    }

    private static func isPacket(
        _ metadata: PDFObject, in reader: PDFReader
    ) -> Bool {
        guard let id = metadata.reference, let bytes = try? reader.streamData(id) else {
            return false
        }
        return MetadataPacket.isWellFormed(bytes)
    }
}
