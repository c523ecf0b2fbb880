public import Domain
public import PDFSigning

/// The workshop whose work is done by children of this program: a few stay warm, and each task is
/// carried out by a copy of one of them.
public struct ChildWorkshop: PDFWorkshop {
    let archive: any Archive
    let runner: ChildRunner
    let cache: PageCache
    let cacheFolder: String
    /// Where the addresses in signers' certificates are asked; nil stays offline.
    let evidence: (any RevocationSource)?

    /// - Parameters:
    ///   - cacheFolder: for page images; made if absent (its parent must exist).
    ///   - executable: the program whose subcommand `_child` calls ``ChildMain/run()``.
    ///   - evidence: where the addresses in signers' certificates are asked; nil stays offline.
    public init(
        archive: any Archive, cacheFolder: String, cacheByteLimit: Int = 1 << 30,
        executable: String = "/proc/self/exe", evidence: (any RevocationSource)? = nil
    ) throws {
        self.evidence = evidence
        self.archive = archive
        self.cacheFolder = cacheFolder
        runner = ChildRunner(executable: executable, gate: .machine)
        cache = try PageCache(folder: cacheFolder, byteLimit: cacheByteLimit)
    }

    /// A child gave an answer to another question: our own bug.
    struct UnexpectedAnswer: Error {}

    public func inspect(_ upload: Blob) async throws -> FileFinding {
        let file = try await archive.path(of: upload)
        return try await WorkFolder.lend(below: archive.scratchFolder) { folder in
            let task = FileInspection(file: file, copy: "\(folder)/copy.pdf")
            switch try await runner.answer(.inspect(task)) {
            case .found(let finding): return finding
            case .unusable(let trouble): return .unusable(trouble)
            default: throw UnexpectedAnswer()
            }
        }
    }

    public func verify(
        _ pieces: [Blob], against standard: SealStandard, at now: Instant
    ) async throws -> VerificationFinding {
        let task = FileVerification(
            pieces: try await paths(of: pieces), standard: standard, at: now)
        switch try await runner.answer(.verify(task)) {
        case .verified(let finding): return finding
        case .unusable(let trouble): throw trouble
        default: throw UnexpectedAnswer()
        }
    }

    public func validate(
        _ path: String, trusting anchors: [[UInt8]], at now: Instant
    ) async throws -> FileValidation {
        let task = ForeignValidation(file: path, anchors: anchors, at: now)
        switch try await runner.answer(.validate(task)) {
        case .validated(let validation): return validation
        case .unusable(let trouble): throw trouble
        default: throw UnexpectedAnswer()
        }
    }

    /// What the sandbox does to a child, as the child finds it.
    func probe() async throws -> SandboxProbe {
        guard case .probed(let probe) = try await runner.answer(.probe) else {
            throw UnexpectedAnswer()
        }
        return probe
    }

    func paths(of blobs: [Blob]) async throws -> [String] {
        var paths: [String] = []
        for blob in blobs { paths.append(try await archive.path(of: blob)) }
        return paths
    }
}
