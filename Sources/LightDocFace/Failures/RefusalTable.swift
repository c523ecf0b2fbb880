import Domain
import HTTPCommon
import HTTPTypes

/// Every refusal of the domain with its status and message on this wire.
enum RefusalTable {
    /// `document` is the id in the request's path; empty where it has none.
    static func answer(to refusal: Refusal, about document: String) -> ErrorAnswer {
        switch refusal {
        case .unauthenticated:
            ErrorAnswer(.unauthorized, Messages.unauthenticated, [.wwwAuthenticate: "Bearer"])
        case .permissionMissing(let permission):
            ErrorAnswer(.forbidden, Messages.permissionMissing(permission))
        case .invalid(let path, let problem):
            ErrorAnswer(.badRequest, Messages.invalid(path, problem))
        case .documentNotFound: ErrorAnswer(.notFound, Messages.documentNotFound(document))
        case .linkNotFound: ErrorAnswer(.notFound, Messages.linkNotFound)
        case .pageNotFound: ErrorAnswer(.notFound, Messages.pageNotFound)
        case .contextNotFound: ErrorAnswer(.notFound, Messages.contextNotFound(document))
        case .wrongState: ErrorAnswer(.conflict, Messages.wrongState(document))
        case .actionUnavailable(let action):
            ErrorAnswer(.conflict, Messages.actionUnavailable(action.wireName, document))
        case .noFiles: ErrorAnswer(.badRequest, Messages.noFiles)
        case .notPDF(let fileName): ErrorAnswer(.badRequest, Messages.notPDF(fileName))
        case .fileUnusable(let fileName, _):
            ErrorAnswer(.badRequest, Messages.fileUnusable(fileName))
        case .uploadTooLarge(let limit):
            ErrorAnswer(.contentTooLarge, Messages.uploadTooLarge(limit))
        case .tooManyFiles(let limit): ErrorAnswer(.badRequest, Messages.tooManyFiles(limit))
        case .turnNotReached: ErrorAnswer(.conflict, Messages.turnNotReached)
        case .alreadySigned: ErrorAnswer(.conflict, Messages.alreadySigned(document))
        case .wrongMethod: ErrorAnswer(.badRequest, Messages.wrongMethod)
        case .verificationRequired: ErrorAnswer(.forbidden, Messages.verificationRequired)
        case .certificateUnusable(let problem):
            ErrorAnswer(.badRequest, Messages.certificateUnusable(problem))
        case .keyMismatch: ErrorAnswer(.badRequest, Messages.keyMismatch)
        case .externalSignature(let problem):
            ErrorAnswer(problem.status, Messages.externalSignature(problem))
        case .preparationExpired: ErrorAnswer(.conflict, Messages.preparationExpired)
        case .notYetSigned: ErrorAnswer(.conflict, Messages.notYetSigned(document))
        case .consentMissing: ErrorAnswer(.badRequest, Messages.consentMissing)
        case .templateNotFound: ErrorAnswer(.notFound, Messages.templateNotFound)
        case .bulkNotFound: ErrorAnswer(.notFound, Messages.bulkNotFound)
        case .field(let trouble): ErrorAnswer(.badRequest, Messages.field(trouble))
        case .attachmentMissing(let index):
            ErrorAnswer(.badRequest, Messages.attachmentMissing(index))
        case .accessRequired: ErrorAnswer(.forbidden, Messages.accessRequired)
        case .wrongAccess(let attemptsLeft):
            ErrorAnswer(.badRequest, Messages.wrongAccess(attemptsLeft))
        case .wrongCertificate(let problem, let attemptsLeft):
            ErrorAnswer(.badRequest, Messages.wrongCertificate(problem, attemptsLeft))
        case .accessLocked(let seconds):
            ErrorAnswer(
                .tooManyRequests, Messages.accessLocked(seconds), [.retryAfter: String(seconds)])
        case .confirmationNotFound: ErrorAnswer(.notFound, Messages.confirmationNotFound)
        case .confirmationSpent: ErrorAnswer(.conflict, Messages.confirmationSpent)
        case .confirmationExpired: ErrorAnswer(.gone, Messages.confirmationExpired)
        case .wrongCode(let attemptsLeft):
            ErrorAnswer(.badRequest, Messages.wrongCode(attemptsLeft))
        case .tooSoon(let seconds):
            ErrorAnswer(
                .tooManyRequests, Messages.tooSoon(seconds), [.retryAfter: String(seconds)])
        case .timestampUnavailable:
            ErrorAnswer(
                .serviceUnavailable, Messages.timestampUnavailable, [.retryAfter: "30"])
        case .identityUnavailable:
            ErrorAnswer(
                .serviceUnavailable, Messages.identityUnavailable, [.retryAfter: "30"])
        case .busy: ErrorAnswer(.serviceUnavailable, Messages.busy, [.retryAfter: "1"])
        }
    }
}
