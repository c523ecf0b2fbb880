import Glibc

// What children find on this machine, for whoever asks why files fail.
extension FileWorkshop {
    /// What keeps a child to its file, from the first to be missed to the last.
    public enum Guard: CaseIterable, Sendable {
        /// The filter of system calls, without which no child opens a file.
        case systemCalls
        case network
        /// Other files of the same user; older kernels cannot keep a process from them.
        case otherFiles
    }

    /// The guards that do not work here.
    ///
    /// Throws where a child cannot even start, or not lock itself in.
    public func missingGuards() async throws -> [Guard] {
        guard case .probed(let probe) = try await runner.answer(.probe) else {
            throw ChildWorkshop.UnexpectedAnswer()
        }
        return Guard.allCases.filter { !probe.finds($0) }
    }

    /// Those of the texts with a character that no installed font draws.
    public func unprintable(of texts: [String]) async throws -> [String] {
        switch try await runner.answer(.tryFonts(FontTrial(texts: texts))) {
        case .triedFonts(let unprintable): return unprintable
        case .unusable: return texts
        default: throw ChildWorkshop.UnexpectedAnswer()
        }
    }

    /// Programs that children become and that the search path does not lead to.
    public static var missingPrograms: [String] {
        Program.Name.allCases.filter { !$0.isInstalled }.map(\.rawValue)
    }
}

extension SandboxProbe {
    fileprivate func finds(_ guardian: FileWorkshop.Guard) -> Bool {
        switch guardian {
        case .systemCalls: status == ["NoNewPrivs": "1", "Seccomp": "2"]
        case .network: socketError == EPERM
        case .otherFiles: canConfinePaths && fileError == EACCES
        }
    }
}
