import Domain
import HTTPCommon
import HTTPTypes
import TamgaTestKit
import Testing

@testable import LightDocFace

struct RefusalTests {
    static let statuses: [(Refusal, Int)] = [
        (.unauthenticated, 401), (.permissionMissing(.issueSignature), 403),
        (.invalid(path: "name", .blank), 400), (.documentNotFound, 404), (.linkNotFound, 404),
        (.pageNotFound, 404), (.contextNotFound, 404), (.wrongState, 409),
        (.templateNotFound, 404), (.bulkNotFound, 404), (.actionUnavailable(.revoke), 409),
        (.noFiles, 400), (.notPDF(fileName: "a"), 400),
        (.fileUnusable(fileName: "a", .empty), 400), (.uploadTooLarge(limit: 52_428_800), 413),
        (.tooManyFiles(limit: 100), 400), (.turnNotReached, 409), (.alreadySigned, 409),
        (.wrongMethod, 400), (.verificationRequired, 403), (.certificateUnusable(.revoked), 400),
        (.keyMismatch, 400), (.externalSignature(.untrusted), 400), (.preparationExpired, 409),
        (.notYetSigned, 409), (.consentMissing, 400),
        (.field(FieldTrouble("seal", .missing)), 400), (.attachmentMissing(0), 400),
        (.accessRequired, 403), (.wrongAccess(attemptsLeft: 2), 400),
        (.wrongCertificate(.otherBusiness, attemptsLeft: 2), 400),
        (.accessLocked(retryAfterSeconds: 600), 429), (.identityUnavailable, 503),
        (.confirmationNotFound, 404), (.confirmationSpent, 409), (.confirmationExpired, 410),
        (.wrongCode(attemptsLeft: 2), 400), (.tooSoon(retryAfterSeconds: 60), 429),
        (.timestampUnavailable, 503), (.busy, 503),
    ]

    @Test("every refusal has its status", arguments: statuses)
    func status(refusal: Refusal, status: Int) {
        let answer = RefusalTable.answer(to: refusal, about: "X")
        #expect(answer.status.code == status)
        #expect(!answer.message.isEmpty)
    }

    @Test("no refusal is missing here")
    func isComplete() {
        #expect(Set(Self.statuses.map { RefusalName($0.0) }) == Set(RefusalName.allCases))
    }

    @Test(
        "every failure of a request's form has its status",
        arguments: [
            (RequestFailure.routeNotFound, 404), (.methodNotAllowed(allowed: ["GET"]), 405),
            (.malformedRequest, 400), (.unsupportedMediaType(expected: "x"), 415),
            (.bodyTooLarge(limit: 1), 413), (.bodyTooSlow, 408), (.bodyTruncated, 400),
            (.malformedJSON(offset: 1), 400), (.jsonTooDeep(limit: 32), 400),
            (.malformedMultipart(.truncated), 400), (.rangeNotSatisfiable(byteCount: 5), 416),
            (.foreignOrigin, 403),
        ])
    func failures(failure: RequestFailure, status: Int) {
        #expect(FailureTable.answer(to: failure).status.code == status)
    }

    @Test("who must wait is told for how long")
    func retryAfter() {
        let answer = RefusalTable.answer(to: .tooSoon(retryAfterSeconds: 42), about: "")
        #expect(answer.fields[.retryAfter] == "42")
    }

    @Test("a missing permission is named by its label")
    func permission() {
        let answer = RefusalTable.answer(to: .permissionMissing(.accountDocuments), about: "")
        #expect(answer.message.contains("Доступ к документам аккаунта"))
    }
}
