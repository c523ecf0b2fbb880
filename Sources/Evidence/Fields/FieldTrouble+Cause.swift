public import Domain
import PDFSigning
import PDFText

extension FieldTrouble {
    /// What an error says of a field; `nil` where it says nothing of one.
    public init?(causedBy error: any Error) {
        switch error {
        case let trouble as FieldTrouble: self = trouble
        case let problem as FormProblem: self.init(problem.key, Cause(problem.cause))
        default: return nil
        }
    }
}

extension FieldTrouble.Cause {
    fileprivate init(_ cause: FormProblem.Cause) {
        switch cause {
        case .keyTaken, .noSuchOwner, .unsuitableOptions: self = .malformed
        case .outsidePage: self = .outsidePage
        case .notOpen: self = .notOpen
        case .missing: self = .missing
        case .wrongKind: self = .wrongKind
        case .unknownOption: self = .unknownOption
        case .tooLong: self = .tooLong
        case .doesNotFit: self = .doesNotFit
        case .undrawable(let error): self.init(error)
        }
    }

    private init(_ error: PDFTextError) {
        switch error {
        case .noGlyph, .fontNotEmbeddable, .noQRCode: self = .unprintable
        case .textTooLong: self = .tooLong
        case .unusableImage: self = .unusablePicture
        }
    }
}
