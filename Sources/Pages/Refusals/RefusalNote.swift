import Domain
import HTTPCommon
import HTTPTypes
import Words

/// How a page tells a refusal: a status, words, and the field beside which they stand.
struct RefusalNote: Equatable, Sendable {
    enum Place: Equatable, Sendable {
        /// Above the page's forms.
        case page
        case requestCode, code, consent, reason, email, password
        /// A signature that was made elsewhere.
        case cms
        /// At the door of a link.
        case access
        case field(String)
        case attachment(Int)
    }

    let status: HTTPResponse.Status
    let place: Place
    let text: String
    var retryAfterSeconds: Int?
}

extension RefusalNote {
    /// The pages' one table of answers.
    init(_ refusal: Refusal, _ words: Words) {
        switch refusal {
        case .unauthenticated:
            self.init(.unauthorized, .password, words["refusal.unauthenticated"])
        case .permissionMissing: self.init(.forbidden, .page, words["refusal.forbidden"])
        case .invalid(let path, let problem):
            self.init(.badRequest, Place(path), words.sentence(of: problem))
        case .documentNotFound, .contextNotFound:
            self.init(.notFound, .page, words["refusal.documentNotFound"])
        case .linkNotFound: self.init(.notFound, .page, words["refusal.linkNotFound"])
        case .pageNotFound: self.init(.notFound, .page, words["refusal.pageNotFound"])
        case .wrongState: self.init(.conflict, .page, words["refusal.wrongState"])
        case .actionUnavailable:
            self.init(.conflict, .page, words["refusal.actionUnavailable"])
        case .noFiles, .notPDF, .fileUnusable, .tooManyFiles:
            self.init(.badRequest, .page, words["refusal.upload"])
        case .uploadTooLarge: self.init(.contentTooLarge, .page, words["refusal.upload"])
        case .turnNotReached: self.init(.conflict, .page, words["refusal.turnNotReached"])
        case .alreadySigned: self.init(.conflict, .page, words["refusal.alreadySigned"])
        case .wrongMethod: self.init(.badRequest, .page, words["refusal.wrongMethod"])
        case .verificationRequired:
            self.init(.forbidden, .page, words["refusal.verificationRequired"])
        case .certificateUnusable, .keyMismatch:
            self.init(.badRequest, .page, words["refusal.certificate"])
        case .externalSignature(let problem):
            self.init(problem.status, .cms, words.sentence(of: problem))
        case .preparationExpired:
            self.init(.conflict, .cms, words["refusal.preparationExpired"])
        case .notYetSigned: self.init(.conflict, .page, words["refusal.notYetSigned"])
        case .consentMissing: self.init(.badRequest, .consent, words["refusal.consentMissing"])
        case .templateNotFound, .bulkNotFound:
            self.init(.notFound, .page, words["refusal.pageNotFound"])
        case .field(let trouble):
            self.init(
                .badRequest, .field(trouble.field),
                words["refusal.field.\(trouble.cause.rawValue)"])
        case .attachmentMissing(let index):
            self.init(.badRequest, .attachment(index), words["refusal.attachmentMissing"])
        case .accessRequired: self.init(.forbidden, .access, words["refusal.accessRequired"])
        case .wrongAccess(let left):
            let attempts = words("count.attempts", count: left)
            self.init(
                .badRequest, .access, words("refusal.wrongAccess", ["attempts": attempts]))
        case .wrongCertificate(let problem, let left):
            let facts = [
                "reason": words.sentence(of: problem),
                "attempts": words("count.attempts", count: left),
            ]
            self.init(problem.status, .cms, words("refusal.wrongCertificate", facts))
        case .accessLocked(let seconds):
            let pause = words("count.seconds", count: seconds)
            self.init(
                .tooManyRequests, .access, words("refusal.accessLocked", ["seconds": pause]))
            retryAfterSeconds = seconds
        case .confirmationNotFound:
            self.init(.badRequest, .code, words["refusal.codeNotRequested"])
        case .confirmationSpent: self.init(.conflict, .code, words["refusal.codeSpent"])
        case .confirmationExpired: self.init(.gone, .code, words["refusal.codeExpired"])
        case .wrongCode(let left):
            let attempts = words("count.attempts", count: left)
            self.init(
                .badRequest, .code, words("refusal.wrongCode", ["attempts": attempts]))
        case .tooSoon(let seconds):
            let pause = words("count.seconds", count: seconds)
            self.init(
                .tooManyRequests, .requestCode, words("refusal.tooSoon", ["seconds": pause]))
            retryAfterSeconds = seconds
        case .timestampUnavailable:
            self.init(.serviceUnavailable, .page, words["refusal.timestampUnavailable"])
            retryAfterSeconds = 30
        case .identityUnavailable:
            self.init(.serviceUnavailable, .access, words["refusal.identityUnavailable"])
            retryAfterSeconds = 30
        case .busy:
            self.init(.serviceUnavailable, .page, words["refusal.busy"])
            retryAfterSeconds = 1
        }
    }

    private init(_ status: HTTPResponse.Status, _ place: Place, _ text: String) {
        self.init(status: status, place: place, text: text)
    }
}

extension RefusalNote.Place {
    /// The field that a path names.
    fileprivate init(_ path: String) {
        switch path {
        case "code": self = .code
        case "reason": self = .reason
        case "email": self = .email
        case "password": self = .password
        case "cms", "biz-cms": self = .cms
        default: self = .page
        }
    }
}

extension Words {
    fileprivate func sentence(of problem: Refusal.Problem) -> String {
        switch problem {
        case .missing, .blank: self["refusal.invalid.missing"]
        case .tooLong(let limit): self("refusal.invalid.tooLong", ["limit": String(limit)])
        case .malformed, .past, .countOutOfRange, .negative, .repeated, .unknown,
            .unusablePicture, .unsupported, .notOneOf, .intervalTooLong, .unprintable:
            self["refusal.invalid.malformed"]
        }
    }
}
