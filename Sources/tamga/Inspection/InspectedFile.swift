import PDFCore
import PDFSigning
import Workshop

/// What `tamga inspect --json` prints: counts from 1, lengths in bytes, boxes in
/// points as `[x, y, width, height]`.
struct InspectedFile: Encodable {
    let file: String
    let byteCount: Int
    let version: String?
    let linearized: Bool
    let hybrid: Bool
    let encryption: FileStructure.EncryptionFacts?
    let revisions: [RevisionRow]
    let pageCount: Int
    let pages: [PageRow]
    let fields: [FieldRow]
    let signatures: [SignatureRow]
    let damage: [String]
    let repairedPageCount: Int?

    /// Something of a PDF was found in it.
    var isPDF: Bool { !revisions.isEmpty || repairedPageCount != nil }

    init(_ description: FileDescription, of file: String) {
        let structure = description.structure
        self.file = file
        byteCount = structure.byteCount
        version = structure.version
        linearized = structure.isLinearized
        hybrid = structure.isHybrid
        encryption = structure.encryption
        revisions = structure.revisions.enumerated().map { RevisionRow($0 + 1, $1) }
        pageCount = structure.pageCount
        pages = structure.pages.map(PageRow.init)
        fields = structure.fields.map(FieldRow.init)
        signatures = structure.signatures.map(SignatureRow.init)
        damage = structure.damage
        repairedPageCount = description.repairedPageCount
    }
}

extension InspectedFile {
    struct RevisionRow: Encodable {
        let number: Int
        let offset: Int
        let length: Int
        let xref: String
        let objects: Int

        init(_ number: Int, _ facts: FileStructure.RevisionFacts) {
            self.number = number
            offset = facts.offset
            length = facts.length
            xref = facts.xref.rawValue
            objects = facts.objectCount
        }
    }

    struct PageRow: Encodable {
        let first: Int
        let last: Int
        let mediaBox: [Double]
        let cropBox: [Double]
        let rotation: Int

        init(_ group: FileStructure.PageGroup) {
            first = group.pages.lowerBound
            last = group.pages.upperBound
            mediaBox = Self.numbers(group.mediaBox)
            cropBox = Self.numbers(group.cropBox)
            rotation = group.rotation
        }

        private static func numbers(_ box: PDFRectangle) -> [Double] {
            [box.x, box.y, box.width, box.height]
        }
    }

    struct FieldRow: Encodable {
        let name: String
        let type: String?
        let visible: Bool
        let filled: Bool

        init(_ facts: FileStructure.FieldFacts) {
            name = facts.name
            type = facts.type
            visible = facts.isVisible
            filled = facts.hasValue
        }
    }

    struct SignatureRow: Encodable {
        let field: String
        let subFilter: String?
        let revision: Int?
        let coverage: String
        let certification: Int?
        let documentTimestamp: Bool

        init(_ facts: FileStructure.SignatureFacts) {
            field = facts.field
            subFilter = facts.subFilter
            revision = facts.revision
            coverage = facts.coverage.rawValue
            certification = facts.certification?.rawValue
            documentTimestamp = facts.isDocumentTimestamp
        }
    }
}
