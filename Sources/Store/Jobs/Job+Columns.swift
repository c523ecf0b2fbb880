internal import Domain
internal import FoundationEssentials
internal import SQLText

/// Work as columns: its kind, and the document or the notice that it is about.
struct WorkColumns {
    let kind: String
    var document: DocumentID?
    var notice: String?

    init(_ work: Job.Work) throws {
        switch work {
        case .inspect(let document): (kind, self.document) = ("inspect", document)
        case .attend(let document): (kind, self.document) = ("attend", document)
        case .seal(let document): (kind, self.document) = ("seal", document)
        case .mail(let notice):
            kind = "mail"
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            self.notice = String(decoding: try encoder.encode(notice), as: UTF8.self)
        }
    }
}

extension Row {
    func job() throws -> Job {
        Job(
            id: try value("id"), work: try work(), runAt: try value("run_at"),
            attempts: try value("attempts"), fence: try value("fence"))
    }

    private func work() throws -> Job.Work {
        switch try value("kind", as: String.self) {
        case "inspect": .inspect(try value("document_id"))
        case "attend": .attend(try value("document_id"))
        case "seal": .seal(try value("document_id"))
        case "mail":
            .mail(
                try JSONDecoder().decode(
                    Notice.self, from: Data(try value("notice", as: String.self).utf8)))
        case let kind: throw SQLError(.decoding, "unknown kind of job \(kind)")
        }
    }
}
