import SwiftASN1
import X509

/// Certificates that the user trusts, and whether a signer's certificate leads to one of them.
public struct TrustAnchors: Sendable {
    private let roots: [Certificate]

    /// Whether a chain was found, and if not, why.
    public enum Verdict: Hashable, Sendable {
        case trusted
        /// No trust anchor was given, or none was reached; one line.
        case noChain(String)
    }

    /// - Parameter files: each a certificate in DER or in PEM.
    /// - Throws: where a file holds none.
    public init(files: [[UInt8]]) throws {
        roots = try files.map { bytes in
            guard bytes.first != 0x30 else { return try Certificate(derEncoded: bytes) }
            return try Certificate(pemEncoded: String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Builds and checks a path (RFC 5280 §6), as of now.
    public func verdict(on certificate: [UInt8], among others: [[UInt8]]) async -> Verdict {
        guard !roots.isEmpty else { return .noChain("no certificate to trust was given") }
        guard let leaf = try? Certificate(derEncoded: certificate) else {
            return .noChain("the signer's certificate cannot be read")
        }
        let intermediates = others.compactMap { try? Certificate(derEncoded: $0) }
        var verifier = Verifier(rootCertificates: CertificateStore(roots)) {
            RFC5280Policy()
        }
        let result = await verifier.validate(
            leaf: leaf, intermediates: CertificateStore(intermediates))
        switch result {
        case .validCertificate: return .trusted
        case .couldNotValidate(let failures):
            return .noChain(
                failures.first.map { "\($0.policyFailureReason)" }
                    ?? "no path leads to a trusted certificate")
        }
    }
}
