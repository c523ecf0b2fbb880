import CMS
import Foundation
import TamgaTestKit
import Testing

@Suite("Revocation values within signatures")
struct RevocationValueTests {
    let responder: OpenSSLResponder
    let list: [UInt8]
    let answer: [UInt8]
    let signature: [UInt8]

    /// Where in a ContentInfo the SignedData lies, and in that its only signerInfo.
    static let signedData = [1, 0]
    static let signerInfo = [1, 0, 4, 0]

    init() async throws {
        responder = try OpenSSLResponder()
        let authority = responder.authority
        list = try CertificateListMaker(
            issuer: authority.holder.der, key: authority.holder.key
        ).list(number: 1, thisUpdate: Date(), nextUpdate: Date() + 60, revoked: [])
        let request = try OCSPRequest(
            certificate: responder.leaf.certificate, issuer: authority.certificate, nonce: nil)
        answer = try await responder.answer(request, by: authority.holder)
        signature = try CAdESSigner(
            certificate: responder.leaf.der, chain: [], key: responder.leaf.key
        ).sign(messageDigest: sha256(document))
    }

    @Test("lists and answers beside the certificates are found, and harm no signature")
    func choices() throws {
        // [1] { CertificateList, [1] { id-ri-ocsp-response, OCSPResponse } } (RFC 5652 §10.2.1)
        let name = DERSurgery.value(6, [0x2B, 6, 1, 5, 5, 7, 0x10, 2])
        let choices = DERSurgery.value(0xA1, list + DERSurgery.value(0xA1, name + answer))
        let changed = DERSurgery.edit(signature, at: Self.signedData) {
            $0.insert(choices, at: 4)
        }
        let read = try SignedData(der: changed)
        #expect(read.revocationValues.lists == [list])
        #expect(read.revocationValues.answers == [answer])
        #expect(read.isDER && read.verify(messageDigest: sha256(document)).isIntact)
        #expect(read.signer.archivedRevocation.isEmpty)
    }

    @Test("what Adobe archives among the signed attributes is found")
    func archival() throws {
        let type = DERSurgery.value(6, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x2F, 1, 1, 8])
        let values = DERSurgery.value(
            0x30,
            DERSurgery.value(0xA0, DERSurgery.value(0x30, list + list))
                + DERSurgery.value(0xA1, DERSurgery.value(0x30, answer)))
        let attribute = DERSurgery.value(
            0x30, type + DERSurgery.value(0x31, values))
        let changed = DERSurgery.edit(signature, at: Self.signerInfo + [3]) {
            $0.append(attribute)
        }
        let signer = try SignedData(der: changed).signer
        #expect(signer.archivedRevocation.lists == [list, list])
        #expect(signer.archivedRevocation.answers == [answer])
        // The attributes are signed: one more, and the signature is of others.
        let verdict = try SignedData(der: changed).verify(messageDigest: sha256(document))
        #expect(verdict.problems == [.signatureWrong])
    }

    @Test("a signature without any has none")
    func none() throws {
        let read = try SignedData(der: signature)
        #expect(read.revocationValues.isEmpty && read.signer.archivedRevocation.isEmpty)
    }
}
