import Domain
import HTTPTypes
import TamgaTestKit
import Testing

@testable import SignOKFace

@Suite("Refusals on the SignOK wire")
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
        (.keyMismatch, 400), (.externalSignature(.untrusted), 400),
        (.externalSignature(.uploadTooLarge(limit: 65_536)), 413),
        (.externalSignature(.roomExceeded(measured: 30_000, room: 24_576)), 409),
        (.preparationExpired, 409), (.notYetSigned, 409), (.consentMissing, 400),
        (.field(FieldTrouble("seal", .missing)), 400), (.attachmentMissing(0), 400),
        (.accessRequired, 403), (.wrongAccess(attemptsLeft: 2), 400),
        (.wrongCertificate(.otherBusiness, attemptsLeft: 2), 400),
        (.accessLocked(retryAfterSeconds: 600), 429), (.identityUnavailable, 503),
        (.confirmationNotFound, 404), (.confirmationSpent, 409), (.confirmationExpired, 410),
        (.wrongCode(attemptsLeft: 2), 400), (.tooSoon(retryAfterSeconds: 60), 429),
        (.timestampUnavailable, 503), (.busy, 503),
    ]

    static let problems: [Refusal.Problem] = [
        .missing, .blank, .malformed, .past, .tooLong(limit: 5),
        .countOutOfRange(minimum: 1, maximum: 5), .negative, .repeated, .unknown,
        .unusablePicture, .unsupported, .notOneOf(["a"]), .intervalTooLong(days: 31),
        .unprintable(character: "U+7"),
    ]

    private static func isKorean(_ text: String) -> Bool {
        text.contains { ("가"..."힣").contains($0) }
    }

    @Test("each has its status and is told in Korean", arguments: statuses)
    func status(refusal: Refusal, status: Int) {
        let answer = RefusalTable.answer(to: refusal)
        #expect(answer.status.code == status)
        #expect(Self.isKorean(answer.message), "\(answer.message)")
    }

    @Test("none is missing here")
    func isComplete() {
        #expect(Set(Self.statuses.map { RefusalName($0.0) }) == Set(RefusalName.allCases))
        #expect(Set(Self.problems.map(ProblemName.init)) == Set(ProblemName.allCases))
    }

    @Test("what is wrong with a member of the request begins with its path", arguments: problems)
    func path(problem: Refusal.Problem) {
        let message = RefusalTable.answer(to: .invalid(path: "signer[0].name", problem)).message
        #expect(message.hasPrefix("signer[0].name: ") && Self.isKorean(message), "\(message)")
    }

    @Test("two different problems are told in different words")
    func different() {
        let messages = Self.problems.map { Messages.invalid("a", $0) }
        #expect(Set(messages).count == messages.count)
    }

    @Test("a field of the document is named", arguments: FieldTrouble.Cause.allCases)
    func field(cause: FieldTrouble.Cause) {
        let message = RefusalTable.answer(to: .field(FieldTrouble("seal", cause))).message
        #expect(message.contains("seal") && Self.isKorean(message), "\(message)")
    }

    @Test("a file is named", arguments: FileTrouble.allCases)
    func file(trouble: FileTrouble) {
        let refusal = Refusal.fileUnusable(fileName: "contract.pdf", trouble)
        let message = RefusalTable.answer(to: refusal).message
        #expect(message.contains("contract.pdf") && Self.isKorean(message), "\(message)")
    }

    @Test(
        "who must wait is told for how long",
        arguments: [
            (Refusal.tooSoon(retryAfterSeconds: 42), "42"),
            (.accessLocked(retryAfterSeconds: 600), "600"), (.timestampUnavailable, "30"),
            (.identityUnavailable, "30"), (.busy, "1"),
        ])
    func retryAfter(refusal: Refusal, seconds: String) {
        #expect(RefusalTable.answer(to: refusal).fields[.retryAfter] == seconds)
    }
}
