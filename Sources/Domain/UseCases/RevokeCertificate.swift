/// Takes a certificate back; the next list of its issuer says so.
public struct RevokeCertificate: Sendable {
    public enum Outcome: Equatable, Sendable {
        case revoked(Revocation)
        /// Before; the first revocation stands.
        case alreadyRevoked(Revocation)
        /// No certificate with this serial was ever issued here.
        case unknown
    }

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// - Parameter serial: hexadecimal in any case, with or without colons between octets.
    public func callAsFunction(
        _ serial: String, because reason: Revocation.Reason
    ) async throws -> Outcome {
        let serial = serial.filter { $0 != ":" }.uppercased()
        guard let issuer = try await issuer(of: serial) else { return .unknown }
        let revocation = Revocation(
            serial: serial, issuer: issuer, at: ports.clock.now(), reason: reason)
        if try await ports.revocations.revoke(revocation) { return .revoked(revocation) }
        let first = try await ports.revocations.revocation(serial: serial)
        return .alreadyRevoked(first ?? revocation)
    }

    private func issuer(of serial: String) async throws -> CertificateIssuer? {
        if let issuer = ports.authority.ownSerials[serial] { return issuer }
        return try await ports.certificates.isKnown(serial: serial) ? .issuing : nil
    }
}
