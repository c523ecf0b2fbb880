import Domain

/// What a child is asked to do: one JSON value on its standard input.
enum ChildTask: Codable, Sendable {
    case inspect(FileInspection)
    case prepare(LayoutPreparation)
    case verify(FileVerification)
    case drawPage(PageDrawing)
    case readPage(PageReading)
    case probe

    /// Whether the child becomes another program to do it.
    var needsProgram: Bool {
        switch self {
        case .drawPage, .readPage: true
        case .inspect, .prepare, .verify, .probe: false
        }
    }

    /// Carries the task out, in the child.
    func answer() throws -> ChildAnswer {
        switch self {
        case .inspect(let task): .found(try task.finding())
        case .prepare(let task): .prepared(try task.prepare())
        case .verify(let task): .verified(try task.finding())
        case .drawPage(let task): try task.answer()
        case .readPage(let task): try task.answer()
        case .probe: .probed(SandboxProbe())
        }
    }
}

/// What comes of it: one JSON value on the child's standard output.
enum ChildAnswer: Codable, Sendable {
    case found(FileFinding)
    case prepared(LayoutPreparation.Result)
    case verified(VerificationFinding)
    case noSuchPage
    case unusable(FileTrouble)
    case probed(SandboxProbe)
}
