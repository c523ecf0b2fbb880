import Domain
import Foundation
import Workshop

extension FileWorkshop {
    /// Lends a workshop; what is wrong with `file` becomes one line that names it.
    static func opening<Result>(
        _ file: String, _ body: (FileWorkshop) async throws -> Result
    ) async throws -> Result {
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw Problem("\(file) cannot be read; check the path and its permissions")
        }
        do {
            return try await body(FileWorkshop())
        } catch let trouble as FileTrouble {
            throw Problem("\(file): \(trouble.words)")
        }
    }
}

extension FileTrouble {
    /// What is the matter, and what to do.
    var words: String {
        switch self {
        case .unreadable: "is no PDF that can be read; export it anew"
        case .passwordRequired: "asks for a password; save it without one"
        case .encryptedForOthers:
            "is encrypted for the holders of certain certificates; save it without encryption"
        case .dynamicForm: "is a dynamic XFA form; print it to a PDF first"
        case .empty: "has no pages"
        case .tooManyPages: "has more than 2,000 pages; split it"
        case .tooComplex: "takes more time, memory or objects than is allowed; export it anew"
        case .certifiedAgainstChanges:
            "is certified with no changes allowed; sign a copy of the draft"
        case .fieldsLocked: "has a signature that locks all fields; no signature can be added"
        case .signedAndEncrypted: "is signed and encrypted; no signature can be added"
        case .signedAndHybrid:
            "is signed and has hybrid cross-references; no signature can be added"
        case .signedAndDamaged: "is signed and damaged; ask for an undamaged copy"
        case .signatureBroken:
            "has a signature that no longer holds: it was changed since; ask for the original"
        case .signedAmongOthers: "is signed already; send it alone"
        case .unprintableText: "holds text for which no font has a glyph"
        }
    }
}
