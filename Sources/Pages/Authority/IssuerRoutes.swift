import Domain
import HTTPCommon
import Hummingbird

/// `/pki`: certificates of the issuers, and lists of what they revoked, both in DER (RFC 2585 §3).
struct IssuerRoutes: Sendable {
    /// A revocation is to be known within a minute.
    private static let listKeptSeconds = 30
    private static let certificateKeptSeconds = 86_400

    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        for issuer in CertificateIssuer.allCases {
            router.get("/pki/\(issuer.rawValue).crt") { _, _ in certificate(of: issuer) }
            router.get("/pki/\(issuer.rawValue).crl") { _, _ in try await list(of: issuer) }
        }
    }

    private func certificate(of issuer: CertificateIssuer) -> Response {
        Response(
            "application/pkix-cert", site.ports.authority.certificate(of: issuer),
            keptSeconds: Self.certificateKeptSeconds)
    }

    private func list(of issuer: CertificateIssuer) async throws -> Response {
        let list = try await RevocationLists(site.ports).published(by: issuer)
        return Response(
            "application/pkix-crl", list.der, keptSeconds: Self.listKeptSeconds)
    }
}
