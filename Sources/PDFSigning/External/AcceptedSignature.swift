import CMS

/// A signature made elsewhere that was judged and found good, with the update that it belongs to.
public struct AcceptedSignature: Sendable {
    public let certificate: CertificateSummary
    private let update: PreparedUpdate
    private let container: SignedData

    init(
        _ container: SignedData, by certificate: CertificateSummary, in update: PreparedUpdate
    ) throws(ExternalSignatureProblem) {
        guard container.der.count <= update.contentsRoom else {
            throw .roomExceeded(measured: container.der.count, room: update.contentsRoom)
        }
        self.container = container
        self.certificate = certificate
        self.update = update
    }

    /// The signature in DER.
    public var der: [UInt8] { container.der }

    /// DER of the signer's certificate.
    public var signerCertificate: [UInt8] { container.signerCertificate?.der ?? [] }

    /// The signature value: what a timestamp is asked for over (RFC 3161 token, EN 319 122-1 §5.3).
    public var value: [UInt8] { container.signer.signature }

    /// Whether a timestamp still fits beside it.
    ///
    /// - Parameter byteCount: the most that the token in DER may have.
    public func hasRoom(forTimestampOf byteCount: Int) -> Bool {
        container.byteCount(withTimestampOf: byteCount) <= update.contentsRoom
    }

    /// The same with our timestamp among its unsigned attributes; nothing that is signed changes.
    ///
    /// - Parameter token: a DER ContentInfo.
    /// - Throws: ``SigningError/foreignTimestamp`` where it is over something else or broken;
    ///   ``SigningError/roomExceeded(measured:room:)`` where it does not fit; a CMSError where it
    ///   is no token.
    public func timestamped(by token: [UInt8]) throws -> AcceptedSignature {
        let longer = try SignedData(der: container.timestamped(by: token))
        guard longer.der.count <= update.contentsRoom else {
            throw SigningError.roomExceeded(
                measured: longer.der.count, room: update.contentsRoom)
        }
        return AcceptedSignature(copying: self, with: longer)
    }

    private init(copying other: AcceptedSignature, with container: SignedData) {
        certificate = other.certificate
        update = other.update
        self.container = container
    }

    /// The finished update, to be appended to the revision that it was prepared on.
    public func filled() throws(SigningError) -> RevisionDelta {
        try update.filled(with: container.der)
    }
}
