import Domain
import HTTPCommon
import HTTPTypes

/// Every refusal of the domain with its status and message on this wire.
enum RefusalTable {
    static func answer(to refusal: Refusal) -> FailureAnswer {
        switch refusal {
        case .unauthenticated: FailureAnswer(.unauthorized, Messages.unauthenticated)
        case .permissionMissing: FailureAnswer(.forbidden, Messages.permissionMissing)
        case .invalid(let path, let problem):
            FailureAnswer(.badRequest, Messages.invalid(path, problem))
        case .documentNotFound: FailureAnswer(.notFound, Messages.documentNotFound)
        case .linkNotFound: FailureAnswer(.notFound, Messages.linkNotFound)
        case .pageNotFound: FailureAnswer(.notFound, Messages.pageNotFound)
        case .contextNotFound: FailureAnswer(.notFound, Messages.signerNotFound)
        case .wrongState, .actionUnavailable: FailureAnswer(.conflict, Messages.wrongState)
        case .noFiles: FailureAnswer(.badRequest, Messages.noFiles)
        case .notPDF(let fileName): FailureAnswer(.badRequest, Messages.notPDF(fileName))
        case .fileUnusable(let fileName, let trouble):
            FailureAnswer(.badRequest, Messages.fileUnusable(fileName, trouble))
        case .uploadTooLarge(let limit):
            FailureAnswer(.contentTooLarge, Messages.uploadTooLarge(limit))
        case .tooManyFiles(let limit): FailureAnswer(.badRequest, Messages.tooManyFiles(limit))
        case .turnNotReached: FailureAnswer(.conflict, Messages.turnNotReached)
        case .alreadySigned: FailureAnswer(.conflict, Messages.alreadySigned)
        case .wrongMethod: FailureAnswer(.badRequest, Messages.wrongMethod)
        case .verificationRequired: FailureAnswer(.forbidden, Messages.verificationRequired)
        case .certificateUnusable(let problem):
            FailureAnswer(.badRequest, Messages.certificateUnusable(problem))
        case .keyMismatch: FailureAnswer(.badRequest, Messages.keyMismatch)
        case .externalSignature(let problem):
            FailureAnswer(problem.status, Messages.externalSignature(problem))
        case .preparationExpired: FailureAnswer(.conflict, Messages.preparationExpired)
        case .notYetSigned: FailureAnswer(.conflict, Messages.notYetSigned)
        case .consentMissing: FailureAnswer(.badRequest, Messages.consentMissing)
        case .templateNotFound: FailureAnswer(.notFound, Messages.templateNotFound)
        case .bulkNotFound: FailureAnswer(.notFound, Messages.bulkNotFound)
        case .field(let trouble): FailureAnswer(.badRequest, Messages.field(trouble))
        case .attachmentMissing(let index):
            FailureAnswer(.badRequest, Messages.attachmentMissing(index))
        case .accessRequired: FailureAnswer(.forbidden, Messages.accessRequired)
        case .wrongAccess(let attemptsLeft):
            FailureAnswer(.badRequest, Messages.wrongAccess(attemptsLeft))
        case .wrongCertificate(let problem, let attemptsLeft):
            FailureAnswer(.badRequest, Messages.wrongCertificate(problem, attemptsLeft))
        case .accessLocked(let seconds):
            FailureAnswer(
                .tooManyRequests, Messages.accessLocked(seconds), [.retryAfter: String(seconds)])
        case .confirmationNotFound: FailureAnswer(.notFound, Messages.confirmationNotFound)
        case .confirmationSpent: FailureAnswer(.conflict, Messages.confirmationSpent)
        case .confirmationExpired: FailureAnswer(.gone, Messages.confirmationExpired)
        case .wrongCode(let attemptsLeft):
            FailureAnswer(.badRequest, Messages.wrongCode(attemptsLeft))
        case .tooSoon(let seconds):
            FailureAnswer(
                .tooManyRequests, Messages.tooSoon(seconds), [.retryAfter: String(seconds)])
        case .timestampUnavailable:
            FailureAnswer(
                .serviceUnavailable, Messages.timestampUnavailable, [.retryAfter: "30"])
        case .identityUnavailable:
            FailureAnswer(
                .serviceUnavailable, Messages.identityUnavailable, [.retryAfter: "30"])
        case .busy: FailureAnswer(.serviceUnavailable, Messages.busy, [.retryAfter: "1"])
        }
    }
}
