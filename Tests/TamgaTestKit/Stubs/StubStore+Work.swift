public import Domain

extension StubStore: ConfirmationStore {
    public func pending(_ purpose: Confirmation.Purpose) async throws -> Confirmation? {
        confirmations.last { $0.purpose == purpose && $0.outcome == nil }
    }

    public func confirmation(number: Int32) async throws -> Confirmation? {
        confirmations.first { $0.number == number }
    }

    public func request(
        _ confirmation: Confirmation, superseding pending: ConfirmationID?, owing mail: Notice?
    ) async throws {
        for index in confirmations.indices
        where confirmations[index].purpose == confirmation.purpose
            && confirmations[index].outcome == nil
        {
            guard confirmations[index].id == pending else { throw VersionConflict() }
            confirmations[index].outcome = .superseded
        }
        confirmations.append(confirmation)
        if let mail { enqueue(.mail(mail), at: confirmation.requestedAt) }
    }

    public func update(_ before: Confirmation, to after: Confirmation) async throws {
        guard let index = confirmations.firstIndex(of: before) else { throw VersionConflict() }
        confirmations[index] = after
    }

    func use(_ used: Confirmation) throws {
        guard let index = confirmations.firstIndex(where: { $0.id == used.id }),
            confirmations[index].outcome == nil
        else { throw VersionConflict() }
        confirmations[index] = used
    }
}

extension StubStore: CertificateStore {
    public func intend(_ record: CertificateRecord) async throws { certificates.append(record) }

    public func issued(_ record: CertificateRecord) async throws { replace(record) }

    public func certificate(thumbprint: String) async throws -> CertificateRecord? {
        certificates.first { $0.issued?.facts.thumbprint == thumbprint }
    }

    public func isKnown(serial: String) async throws -> Bool {
        certificates.contains { $0.serial == serial }
    }

    func replace(_ record: CertificateRecord) {
        guard let index = certificates.firstIndex(where: { $0.serial == record.serial }) else {
            return
        }
        certificates[index] = record
    }
}

extension StubStore: JobQueue {
    public func claim(at now: Instant, leaseSeconds: Int64) async throws -> Job? {
        guard let index = jobs.firstIndex(where: { $0.fence == 0 && $0.runAt <= now }) else {
            return nil
        }
        let job = jobs[index]
        jobs[index] = Job(
            id: job.id, work: job.work, runAt: job.runAt, attempts: job.attempts + 1, fence: 1)
        return jobs[index]
    }

    public func complete(_ job: Job) async throws -> Bool {
        jobs.removeAll { $0.id == job.id }
        return true
    }

    public func postpone(
        _ job: Job, until runAt: Instant, because reason: String
    ) async throws -> Bool {
        jobs.removeAll { $0.id == job.id }
        enqueue(job.work, at: runAt)
        return true
    }

    public func releaseAll() async throws {
        jobs = jobs.map {
            Job(id: $0.id, work: $0.work, runAt: $0.runAt, attempts: $0.attempts, fence: 0)
        }
    }

    public func add(_ work: Job.Work, at runAt: Instant) async throws { enqueue(work, at: runAt) }

    /// What time has brought; nothing else is ever lost here.
    public func sweep(at now: Instant) async throws -> Int {
        let due = documents.values.filter { document in
            document.dueAt.map { $0 <= now } == true
                && !jobs.contains { $0.work == .attend(document.id) }
        }
        for document in due { enqueue(.attend(document.id), at: now) }
        return due.count
    }

    func enqueue(_ work: Job.Work, at runAt: Instant) {
        lastJob &+= 1
        jobs.append(Job(id: Sample.id(lastJob), work: work, runAt: runAt, attempts: 0, fence: 0))
    }
}
