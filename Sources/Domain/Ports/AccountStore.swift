/// Where people, tokens and sessions are kept. Secrets are known here by their hashes only.
public protocol AccountStore: APIClientStore {
    func account(named name: String) async throws -> Account?

    /// The account of that name, made if absent.
    func account(named name: String, orMake id: AccountID) async throws -> Account

    /// Throws ``Refusal/invalid(path:_:)`` at `email` where the account has this user already.
    func add(_ user: User, passwordHash: String?) async throws

    /// Users with this address, in any account.
    func users(email: EmailAddress) async throws -> [User]

    func user(_ id: UserID) async throws -> User?

    /// Users of the account, administrators first, then by address.
    func users(of account: AccountID) async throws -> [User]

    /// The picture that the account has registered as its stamp.
    func stamp(of account: AccountID) async throws -> Blob?

    /// `nil` removes it.
    func keep(_ picture: Blob?, asStampOf account: AccountID) async throws

    /// The account's stamp, with whose it is, where one of its users has this address.
    func stamp(of account: AccountID, for email: EmailAddress) async throws -> CompanyStamp?

    /// The stored password hash in PHC form, where the user has one.
    func passwordHash(of user: UserID) async throws -> String?

    func add(_ token: AccessToken) async throws
    func tokens() async throws -> [(AccessToken, User)]

    /// `false` where there is no such token.
    func revokeToken(_ id: TokenID, at now: Instant) async throws -> Bool

    func token(hash: ContentHash) async throws -> (AccessToken, User)?

    /// Noted at most once a minute per token, off the request's way.
    func noteUse(ofToken id: TokenID, at now: Instant) async throws

    func start(_ session: Session) async throws
    func session(hash: ContentHash) async throws -> (Session, User)?
    func touch(session hash: ContentHash, at now: Instant) async throws
    func endSession(hash: ContentHash) async throws
}

/// Where one-time codes are kept: ids, expiry and tries, never the codes.
public protocol ConfirmationStore: Sendable {
    /// The latest of the purpose that is neither used, exhausted nor superseded.
    func pending(_ purpose: Confirmation.Purpose) async throws -> Confirmation?

    func confirmation(number: Int32) async throws -> Confirmation?

    /// Stores it, marks pending ones of the same purpose superseded and owes the mail, where
    /// there is one: one transaction. Throws ``VersionConflict`` where another became pending meanwhile.
    func request(
        _ confirmation: Confirmation, superseding pending: ConfirmationID?, owing mail: Notice?
    ) async throws

    /// The result of a try. Throws ``VersionConflict`` where another try came between.
    func update(_ before: Confirmation, to after: Confirmation) async throws
}

/// Where issued certificates are kept.
public protocol CertificateStore: Sendable {
    /// The intent, before anything is issued. A known serial is a fault.
    func intend(_ record: CertificateRecord) async throws

    /// What was issued for a stored intent.
    func issued(_ record: CertificateRecord) async throws

    /// The issued certificate with this SHA-1 thumbprint (40 upper-case hexadecimal digits).
    func certificate(thumbprint: String) async throws -> CertificateRecord?

    /// Whether a certificate with this serial was intended, and perhaps issued.
    func isKnown(serial: String) async throws -> Bool
}
