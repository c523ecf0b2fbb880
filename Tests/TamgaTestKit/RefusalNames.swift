public import Domain

/// A refusal without its facts: a table that is held against all names misses none.
public enum RefusalName: CaseIterable, Sendable {
    case unauthenticated, permissionMissing, invalid, documentNotFound, linkNotFound
    case pageNotFound, contextNotFound, wrongState, templateNotFound, bulkNotFound
    case actionUnavailable, noFiles, notPDF, fileUnusable, uploadTooLarge, tooManyFiles
    case turnNotReached, alreadySigned, wrongMethod, verificationRequired, certificateUnusable
    case keyMismatch, externalSignature, preparationExpired, notYetSigned, consentMissing, field
    case attachmentMissing, accessRequired, wrongAccess, wrongCertificate, accessLocked
    case identityUnavailable
    case confirmationNotFound, confirmationSpent, confirmationExpired, wrongCode, tooSoon
    case timestampUnavailable, busy

    public init(_ value: Refusal) {
        switch value {
        case .unauthenticated: self = .unauthenticated
        case .permissionMissing: self = .permissionMissing
        case .invalid: self = .invalid
        case .documentNotFound: self = .documentNotFound
        case .linkNotFound: self = .linkNotFound
        case .pageNotFound: self = .pageNotFound
        case .contextNotFound: self = .contextNotFound
        case .wrongState: self = .wrongState
        case .templateNotFound: self = .templateNotFound
        case .bulkNotFound: self = .bulkNotFound
        case .actionUnavailable: self = .actionUnavailable
        case .noFiles: self = .noFiles
        case .notPDF: self = .notPDF
        case .fileUnusable: self = .fileUnusable
        case .uploadTooLarge: self = .uploadTooLarge
        case .tooManyFiles: self = .tooManyFiles
        case .turnNotReached: self = .turnNotReached
        case .alreadySigned: self = .alreadySigned
        case .wrongMethod: self = .wrongMethod
        case .verificationRequired: self = .verificationRequired
        case .certificateUnusable: self = .certificateUnusable
        case .keyMismatch: self = .keyMismatch
        case .externalSignature: self = .externalSignature
        case .preparationExpired: self = .preparationExpired
        case .notYetSigned: self = .notYetSigned
        case .consentMissing: self = .consentMissing
        case .field: self = .field
        case .attachmentMissing: self = .attachmentMissing
        case .accessRequired: self = .accessRequired
        case .wrongAccess: self = .wrongAccess
        case .wrongCertificate: self = .wrongCertificate
        case .accessLocked: self = .accessLocked
        case .identityUnavailable: self = .identityUnavailable
        case .confirmationNotFound: self = .confirmationNotFound
        case .confirmationSpent: self = .confirmationSpent
        case .confirmationExpired: self = .confirmationExpired
        case .wrongCode: self = .wrongCode
        case .tooSoon: self = .tooSoon
        case .timestampUnavailable: self = .timestampUnavailable
        case .busy: self = .busy
        }
    }
}

/// The same of what can be wrong with a field.
public enum ProblemName: CaseIterable, Sendable {
    case missing, blank, malformed, past, tooLong, countOutOfRange, negative, repeated, unknown
    case unusablePicture, unsupported, notOneOf, intervalTooLong, unprintable

    public init(_ value: Refusal.Problem) {
        switch value {
        case .missing: self = .missing
        case .blank: self = .blank
        case .malformed: self = .malformed
        case .past: self = .past
        case .tooLong: self = .tooLong
        case .countOutOfRange: self = .countOutOfRange
        case .negative: self = .negative
        case .repeated: self = .repeated
        case .unknown: self = .unknown
        case .unusablePicture: self = .unusablePicture
        case .unsupported: self = .unsupported
        case .notOneOf: self = .notOneOf
        case .intervalTooLong: self = .intervalTooLong
        case .unprintable: self = .unprintable
        }
    }
}
