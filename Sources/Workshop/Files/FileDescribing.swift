public import PDFSigning
import PDFCore

/// Tells what one file is made of.
struct FileDescribing: Codable, Sendable {
    let file: String

    func description() throws -> FileDescription {
        let structure = FileStructure(of: try FileSource(path: file), limits: .wholeFile)
        let needsRepair = !structure.damage.isEmpty
        return FileDescription(
            structure: structure,
            repairedPageCount: needsRepair ? try? RepairedFile(path: file).pageCount : nil)
    }
}

/// What a file is made of, and whether it could be read if it were repaired.
public struct FileDescription: Codable, Sendable {
    public let structure: FileStructure
    /// Pages that libqpdf finds in a file that the strict reader complains about; nil where
    /// nothing is wrong, or where nothing helps.
    public let repairedPageCount: Int?
}
