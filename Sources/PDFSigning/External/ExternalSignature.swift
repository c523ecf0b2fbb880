public import CMS

/// A detached CMS signature that somebody made elsewhere, with a key that is not ours.
///
/// Read here, and nothing believed yet: ``accepted(over:by:at:)`` judges.
public struct ExternalSignature: Sendable {
    /// What an upload may have at most, in bytes.
    public static let uploadByteLimit = 64 << 10

    /// What ``PreparedUpdate`` should leave for one in /Contents, in bytes: long chains,
    /// timestamps and revocation values that signing programs add fit in it.
    public static let contentsRoom = 24 << 10

    let container: SignedData
    /// How the bytes to sign were hashed.
    public let digestAlgorithm: DigestAlgorithm

    /// - Parameter upload: DER, PEM or base64, from outside.
    public init(upload: [UInt8]) throws(ExternalSignatureProblem) {
        guard upload.count <= Self.uploadByteLimit else {
            throw .uploadTooLarge(byteCount: upload.count, limit: Self.uploadByteLimit)
        }
        try self.init(contentInfo: ExternalUpload.contentInfo(in: upload))
    }

    private init(contentInfo: [UInt8]) throws(ExternalSignatureProblem) {
        do throws(CMSError) {
            container = try SignedData(der: contentInfo)
        } catch {
            throw error.code == .severalSigners ? .severalSigners : .unreadable(error.reason)
        }
        guard container.content == nil else { throw .embeddedContent }
        guard container.isOverData else { throw .unreadable("a signature over something else") }
        guard let algorithm = container.signer.digestAlgorithm else {
            throw .unsupported(container.signer.obstacle ?? "an unknown digest")
        }
        guard !algorithm.isWeak else { throw .weakAlgorithm("it rests on \(algorithm.rawValue)") }
        guard BytesToSign.digestAlgorithms.contains(algorithm) else {
            throw .unsupported("a digest of \(algorithm.rawValue)")
        }
        digestAlgorithm = algorithm
    }

    /// The signature with whatever it carries, in bytes, as it will be embedded: in DER.
    public var byteCount: Int { container.der.count }

    /// What the signer's clock said, in seconds since 1970; nobody vouches for it.
    public var signingTime: Int64? { container.signer.signingTime }
}

extension SignedData {
    /// id-data (RFC 5652 §4): what /adbe.pkcs7.detached is of (ISO 32000-2 §12.8.3.3.1).
    fileprivate var isOverData: Bool { contentType == "1.2.840.113549.1.7.1" }
}
