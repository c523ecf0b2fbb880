public import Domain
import FoundationEssentials
import Crypto

/// A small world of named people and a document between them. Every id is fixed.
public enum Sample {
    public static let now = Instant(seconds: 1_795_000_000)
    public static let links = LinkKey(SymmetricKey(data: Array(repeating: UInt8(7), count: 32)))
    public static let codes = CodeKey(SymmetricKey(data: Array(repeating: UInt8(9), count: 32)))

    /// A UUID that ends with the number.
    public static func id<Subject>(_ number: UInt8) -> Identifier<Subject> {
        Identifier(UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number)))
    }

    public static func email(_ text: String) -> EmailAddress {
        guard let address = EmailAddress(text) else { preconditionFailure("no address: \(text)") }
        return address
    }

    public static func user(
        _ number: UInt8, account: UInt8 = 1, email text: String, isVerified: Bool = false
    ) -> User {
        User(
            id: id(number), account: id(account), email: email(text),
            name: PersonName(lastName: "Петров", firstName: "Пётр", patronymic: "Петрович"),
            role: .member, isVerified: isVerified, language: nil)
    }

    public static let author = user(10, email: "author@example.org")
    public static let colleague = user(11, email: "colleague@example.org")
    public static let stranger = user(12, account: 2, email: "stranger@example.com")
    public static let anna = user(13, account: 2, email: "anna@example.net")
    public static let boris = user(14, account: 3, email: "boris@example.net")

    public static func actor(
        _ user: User, _ permissions: Set<Permission> = Set(Permission.allCases)
    ) -> Actor {
        Actor(user: user, permissions: permissions, agent: "tests")
    }

    public static let blob = Blob(hash: ContentHash(of: [1, 2, 3]), byteCount: 3)

    public static let seal = Seal(
        at: now, hash: blob.hash, byteCount: blob.byteCount, certificate: blob)

    public static let facts = FileFacts(
        pageCount: 2, signatureCount: 0, isClean: true, contents: [])

    public static let certificate = CertificateFacts(
        serial: "4A", commonName: "Анна", thumbprint: String(repeating: "A", count: 40),
        notBefore: now, notAfter: now.adding(seconds: 86_400))

    public static let approval = Approval(
        at: now, confirmation: .emailCode, certificate: certificate, consentVersion: "1",
        origin: .unknown)

    public static func context(_ revision: Int) -> SigningContext {
        SigningContext(
            revision: revision, bytes: [UInt8(revision)],
            fileHash: ContentHash(of: [UInt8(revision)]), fileByteCount: 100 * revision)
    }
}
