import Store

/// A round of checks: all that an operator may want to know, or what a running server must know of
/// itself.
public struct Checkup: Sendable {
    /// What was found of one subject.
    public struct Result: Equatable, Sendable {
        public let subject: String
        public let finding: Finding
    }

    let subjects: [CheckedSubject]

    /// The ten subjects of `tamga doctor`. No server need run, none is in the way.
    public init(of settings: Settings) {
        self.init(of: settings, program: "/proc/self/exe")
    }

    /// - Parameter program: this program, whose children open foreign files.
    init(of settings: Settings, program: String) {
        let database = DatabaseOnDisk(path: settings.databaseFile)
        subjects = [
            .init(name: "data directory", checks: [FolderCheck(path: settings.dataFolder)]),
            .init(name: "disk space", checks: [SpaceCheck(path: settings.dataFolder)]),
            .init(name: "database", checks: [DatabaseCheck(database: database)]),
            .init(
                name: "keys",
                checks: [
                    KeyFileCheck(settings), CertificateCheck(settings),
                    RevocationListCheck(database: database),
                ]),
            .init(name: "clock", checks: [ClockCheck()]),
            .init(name: "timestamps", checks: [TimestampCheck(settings)]),
            .init(
                name: "address", checks: [ListenCheck(settings), PublicURLCheck(settings)]),
            .init(name: "mail", checks: [MailCheck(spool: settings.spoolFolder)]),
            .init(name: "fonts", checks: [FontCheck(program: program)]),
            .init(name: "children", checks: [ProgramCheck(), SandboxCheck(program: program)]),
        ]
    }

    /// What `/readyz` tells: the same checks, as far as they can go wrong under way.
    init(of settings: Settings, working schema: Schema) {
        subjects = [
            .init(name: "disk space", checks: [SpaceCheck(path: settings.dataFolder)]),
            .init(name: "database", checks: [SchemaCheck(schema: schema)]),
            .init(name: "clock", checks: [ClockCheck()]),
        ]
    }

    /// In the order of the subjects.
    public func results() async -> [Result] {
        var results: [Result] = []
        for subject in subjects {
            results.append(Result(subject: subject.name, finding: await subject.finding()))
        }
        return results
    }
}
