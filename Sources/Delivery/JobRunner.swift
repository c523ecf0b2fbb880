import Domain
import Letters

/// Carries out one job. What it throws, or `.later`, leaves the work owed.
struct JobRunner: Sendable {
    enum Result: Equatable {
        case done
        /// Not yet: the reason stands with the document.
        case later(String)
    }

    let ports: Ports
    let letters: LetterWriter
    let mailer: any Mailer
    let messenger: any PhoneMessenger

    func run(_ job: Job) async throws -> Result {
        switch job.work {
        case .inspect(let document):
            try await InspectFiles(ports)(document)
        case .attend(let document):
            try await AttendDocument(ports)(document)
        case .seal(let document):
            guard try await SealDocument(ports)(document) else { return .later("not sealed") }
        case .mail(let notice):
            try await send(notice, job.id)
        }
        return .done
    }

    private func send(_ notice: Notice, _ id: JobID) async throws {
        switch notice.contact {
        case .email: try await mailer.send(letters.letter(for: notice, id: id))
        case .phone: try await messenger.send(letters.message(for: notice, id: id))
        }
    }
}
