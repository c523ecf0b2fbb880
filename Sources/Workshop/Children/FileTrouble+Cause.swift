import Domain
import PDFCore
import PDFSigning
import PDFText

extension FileTrouble {
    /// What an error says of the file that was read; `nil` where it says nothing of it.
    init?(causedBy error: any Error) {
        switch error {
        case let trouble as FileTrouble: self = trouble
        case let error as PDFError: self.init(error.code)
        case is SigningError: self = .unreadable
        case let error as PDFTextError: self.init(error)
        default: return nil
        }
    }

    private init?(_ code: PDFError.Code) {
        switch code {
        case .limit: self = .tooComplex
        case .notPDF, .syntax, .crossReference, .missing, .encrypted, .unsupported:
            self = .unreadable
        case .input: return nil
        }
    }

    private init?(_ error: PDFTextError) {
        switch error {
        case .noGlyph, .textTooLong: self = .unprintableText
        case .fontNotEmbeddable, .noQRCode, .unusableImage: return nil
        }
    }
}
