import Domain
import FoundationEssentials
import PDFText

/// Reads a picture that somebody uploaded.
struct PictureReading: Codable, Sendable {
    let upload: Data

    func picture() throws(FieldTrouble) -> Picture {
        do throws(PDFTextError) {
            return try Picture([UInt8](upload))
        } catch {
            throw FieldTrouble("", .unusablePicture)
        }
    }
}
