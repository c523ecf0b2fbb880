import CMS
import TamgaTestKit

extension TestPKI.Holder {
    /// A PAdES B-B signature over a document's digest, with the chain of `pki`.
    func sign(_ digest: [UInt8], of pki: TestPKI) throws -> [UInt8] {
        let signer = try CAdESSigner(
            certificate: der, chain: [pki.issuing.der], key: PrivateKey(key))
        return try signer.sign(messageDigest: digest)
    }
}
