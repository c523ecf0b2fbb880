public import Domain
import Evidence
import FoundationEssentials

extension ChildWorkshop {
    public func picture(in upload: [UInt8]) async throws -> FieldPicture {
        // The child would refuse it too, but need not be troubled.
        guard upload.count <= Self.pictureByteLimit else {
            throw FieldTrouble("", .unusablePicture)
        }
        switch try await runner.answer(.readPicture(PictureReading(upload: Data(upload)))) {
        case .pictured(let picture): return try FieldPicture(picture)
        // Whatever limit it met: this is no picture to be shown.
        case .unfit, .unusable: throw FieldTrouble("", .unusablePicture)
        default: throw UnexpectedAnswer()
        }
    }

    private static let pictureByteLimit = 512 << 10
}
