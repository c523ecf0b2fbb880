import Foundation
public import Testing

/// Real and difficult PDF files that are not part of the project: the folder that `TAMGA_CORPORA`
/// names.
public enum Corpus {
    private static var folder: String? { ProcessInfo.processInfo.environment["TAMGA_CORPORA"] }

    public static var isAvailable: Bool { folder != nil }
    public static let missing: Comment = "TAMGA_CORPORA names no folder of sample files"

    public static func path(_ path: String) -> String { (folder ?? ".") + "/" + path }

    public static func read(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: self.path(path))))
    }
}
