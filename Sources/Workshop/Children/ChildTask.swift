import Domain
import FoundationEssentials
import PDFText

/// What a child is asked to do: one JSON value.
enum ChildTask: Codable, Sendable {
    case inspect(FileInspection)
    case prepare(LayoutPreparation)
    case rebuildContext(ContextRebuilding)
    case verify(FileVerification)
    case validate(ForeignValidation)
    case drawCertificate(CertificateDrawing)
    case drawAuditTrail(AuditTrailDrawing)
    case drawPage(PageDrawing)
    case readPage(PageReading)
    case measurePages(PageMeasuring)
    case describe(FileDescribing)
    case judge(FileJudging)
    case readPicture(PictureReading)
    case judgeSignature(SignatureJudging)
    case timestampSignature(SignatureTimestamping)
    case probe
    case tryFonts(FontTrial)

    /// Whether the child becomes another program to do it.
    var needsProgram: Bool {
        switch self {
        case .drawPage, .readPage: true
        case .inspect, .prepare, .rebuildContext, .verify, .validate, .drawCertificate,
            .drawAuditTrail, .measurePages, .describe, .judge, .readPicture, .judgeSignature,
            .timestampSignature, .probe, .tryFonts:
            false
        }
    }

    /// Carries the task out, in the child.
    func answer() throws -> ChildAnswer {
        switch self {
        case .inspect(let task): .found(try task.finding())
        case .prepare(let task): .prepared(try task.prepare())
        case .rebuildContext(let task): .rebuilt(try task.rebuilt())
        case .verify(let task): .verified(try task.finding())
        case .validate(let task): .validated(try task.validation())
        case .drawCertificate(let task): .drawn(try task.draw())
        case .drawAuditTrail(let task): .drawn(try task.draw())
        case .drawPage(let task): try task.answer()
        case .readPage(let task): try task.answer()
        case .measurePages(let task): .measured(try task.sizes())
        case .describe(let task): .described(try task.description())
        case .judge(let task): .judged(try task.result())
        case .readPicture(let task): .pictured(try task.picture())
        case .judgeSignature(let task): .signatureJudged(try task.result())
        case .timestampSignature(let task): .signatureTimestamped(try task.timestamped())
        case .probe: .probed(SandboxProbe())
        case .tryFonts(let task): .triedFonts(unprintable: task.unprintable())
        }
    }
}

/// What comes of it: one JSON value.
enum ChildAnswer: Codable, Sendable {
    case found(FileFinding)
    case prepared(LayoutPreparation.Result)
    case rebuilt(ContextRebuilding.Result)
    case verified(VerificationFinding)
    case validated(FileValidation)
    case drawn(DrawnSheet)
    case measured([PageSize])
    case described(FileDescription)
    case judged(FileJudging.Result)
    case pictured(Picture)
    case signatureJudged(SignatureJudging.Result)
    case signatureTimestamped(Data)
    case noSuchPage
    case unusable(FileTrouble)
    case unfit(FieldTrouble)
    case probed(SandboxProbe)
    case triedFonts(unprintable: [String])
}
