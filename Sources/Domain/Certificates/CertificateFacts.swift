/// What is told of a certificate on pages, in the evidence and by the API.
public struct CertificateFacts: Equatable, Codable, Sendable {
    /// Hexadecimal, upper case.
    public let serial: String
    public let commonName: String
    /// SHA-1 of the DER certificate, 40 upper-case hexadecimal digits (contract LightDoc).
    public let thumbprint: String
    public let notBefore: Instant
    public let notAfter: Instant

    public init(
        serial: String, commonName: String, thumbprint: String, notBefore: Instant,
        notAfter: Instant
    ) {
        self.serial = serial
        self.commonName = commonName
        self.thumbprint = thumbprint
        self.notBefore = notBefore
        self.notAfter = notAfter
    }
}
