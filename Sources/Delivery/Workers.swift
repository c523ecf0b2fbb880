public import Domain
public import Letters
public import Logging
public import ServiceLifecycle

/// The workers inside a server: each claims a job, runs it, and rests when nothing is due.
public struct Workers: Service {
    private let ports: Ports
    private let runner: JobRunner
    private let bell: WorkBell
    private let count: Int
    private let logger: Logger

    public init(
        ports: Ports, letters: LetterWriter, mailer: any Mailer,
        messenger: any PhoneMessenger, bell: WorkBell, count: Int, logger: Logger
    ) {
        self.ports = ports
        runner = JobRunner(
            ports: ports, letters: letters, mailer: mailer, messenger: messenger)
        self.bell = bell
        self.count = count
        self.logger = logger
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<count { group.addTask { await work() } }
                group.addTask { await sweep() }
            }
        }
    }

    /// Longer than any job may take: child processes have limits of their own.
    private static let leaseSeconds: Int64 = 120
    private static let rest = Duration.seconds(1)
    private static let sweepPause = Duration.seconds(30)

    private func work() async {
        while !Task.isCancelled {
            let rings = bell.rings
            do {
                if let job = try await claim() {
                    try await carryOut(job)
                } else {
                    await bell.wait(after: rings, timeout: Self.rest)
                }
            } catch is CancellationError {
                return
            } catch {
                logger.error("jobs cannot be claimed", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: Self.rest)
            }
        }
    }

    private func claim() async throws -> Job? {
        try await ports.jobs.claim(at: ports.clock.now(), leaseSeconds: Self.leaseSeconds)
    }

    private func carryOut(_ job: Job) async throws {
        let metadata: Logger.Metadata = ["job.id": "\(job.id)", "job.work": "\(job.work.name)"]
        do {
            switch try await runner.run(job) {
            case .done: _ = try await ports.jobs.complete(job)
            case .later(let reason): try await postpone(job, reason)
            }
        } catch {
            logger.error(
                "a job failed and stays owed",
                metadata: metadata.merging(["error": "\(error)"]) { $1 })
            try await postpone(job, "\(error)")
        }
    }

    private func postpone(_ job: Job, _ reason: String) async throws {
        let seconds = Int64(1) << min(job.attempts, 8)
        _ = try await ports.jobs.postpone(
            job, until: ports.clock.now().adding(seconds: seconds), because: reason)
    }

    /// Work owed and jobless is re-created, for ever.
    private func sweep() async {
        while !Task.isCancelled {
            do {
                // Within a minute of a revocation its list knows it.
                if try await RevocationLists(ports).renewWhereOwed() {
                    logger.info("revocation lists were renewed")
                }
                let count = try await ports.jobs.sweep(at: ports.clock.now())
                if count > 0 {
                    logger.warning("owed work was re-created", metadata: ["count": "\(count)"])
                    bell.ring()
                }
            } catch {
                logger.error("the sweep failed", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: Self.sweepPause)
        }
    }
}

extension Job.Work {
    fileprivate var name: String {
        switch self {
        case .inspect: "inspect"
        case .attend: "attend"
        case .seal: "seal"
        case .mail: "mail"
        }
    }
}
