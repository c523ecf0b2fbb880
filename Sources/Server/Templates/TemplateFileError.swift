import Domain
import Words

/// What is wrong with a template's file, and where in it.
public struct TemplateFileError: Error, Equatable, CustomStringConvertible {
    /// As in `signer[0].items[2].page`; empty for the file as a whole.
    let path: String
    let reason: String

    init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}

extension TemplateFileError {
    /// Where in the file the trouble comes from.
    init(_ trouble: TemplateTrouble, in file: TemplateFile) {
        switch trouble {
        case .file(let index, let trouble):
            self.init("files[\(index)]", Words("en")["trouble.\(trouble.rawValue)"])
        case .files(let trouble):
            self.init("files", Words("en")["trouble.\(trouble.rawValue)"])
        case .noSuchPage(let field, let pageCount):
            self.init(
                file.path(ofField: field), "there is no such page; the files have \(pageCount)")
        case .field(let trouble):
            self.init(file.path(ofField: trouble.field), trouble.cause.words)
        }
    }
}

extension FieldTrouble.Cause {
    fileprivate var words: String {
        switch self {
        case .malformed: "nobody can fill this item; look at its type, options and boxes"
        case .outsidePage: "the box leaves its page"
        case .signedUpload: "a PDF that is signed already takes no items"
        case .notOpen, .missing, .wrongKind: "the value is not one of this type"
        case .wrongFormat: "the value is not of this format"
        case .unknownOption: "the value is none of the options"
        case .tooLong: "the value is too long"
        case .doesNotFit: "the value does not fit into the box"
        case .unprintable: "no font has all characters of it"
        case .unusablePicture: "the picture cannot be shown"
        }
    }
}
