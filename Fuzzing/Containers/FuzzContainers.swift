import CMS
import FuzzHarness

/// Signatures, certificates and statements on revocation as their bytes, read and judged.
@main
enum FuzzContainers {
    static func main() {
        fuzz { data, count in
            let bytes = input(data, count)
            if let signature = try? SignedData(der: bytes) { FuzzContainers.judge(signature) }
            if let certificate = try? EmbeddedCertificate(der: bytes) {
                FuzzContainers.judge(certificate)
            }
            if let list = try? CertificateList(der: bytes) { FuzzContainers.judge(list) }
            if let response = try? OCSPResponse(der: bytes) { FuzzContainers.judge(response) }
            return 0
        }
    }

    private static func judge(_ signature: SignedData) {
        _ = signature.verify(messageDigest: [UInt8](repeating: 7, count: 32))
        // What is read once is read again from its own bytes.
        require((try? SignedData(der: signature.der)) == signature, "not the same when read again")
        for value in signature.revocationValues.lists { _ = try? CertificateList(der: value) }
        for token in signature.signer.timestampTokens { _ = try? TimestampToken(der: token) }
    }

    private static func judge(_ certificate: EmbeddedCertificate) {
        _ = (certificate.validityPeriod, certificate.isForAnswers, certificate.hasNoCheck)
        _ = certificate.isIssued(by: certificate)
        _ = try? OCSPRequest(certificate: certificate, issuer: certificate, nonce: nil)
    }

    private static func judge(_ list: CertificateList) {
        for serial in [[], [1], [UInt8](repeating: 0x7F, count: 20)] as [[UInt8]] {
            _ = try? list.entry(of: serial)
        }
    }

    private static func judge(_ response: OCSPResponse) {
        for certificate in response.certificates {
            _ = response.signer(for: certificate)
            _ = response.response(for: certificate, issuer: certificate)
        }
    }
}
