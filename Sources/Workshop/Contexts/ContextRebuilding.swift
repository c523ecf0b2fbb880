import Domain
import FoundationEssentials
import PDFCore
import PDFSigning

/// Reads a whole file for what the next signature needs to know of it.
struct ContextRebuilding: Codable, Sendable {
    let pieces: [String]

    struct Result: Codable, Sendable {
        let context: Data
        let hash: ContentHash
        let byteCount: Int
    }

    func rebuilt() throws -> Result {
        let reader = try PDFReader(try SegmentedSource(paths: pieces), limits: .wholeFile)
        let context = try RevisionContext(rebuildingFrom: reader)
        guard let hash = ContentHash(context.digest.digest()) else { throw FileTrouble.unreadable }
        return Result(
            context: Data(try context.encoded()), hash: hash, byteCount: context.byteCount)
    }
}
