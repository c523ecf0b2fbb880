import CMS
import TamgaTestKit
import Testing

@Suite("Timestamps within signatures")
struct SignatureTimestampTests {
    let office: TimeOffice
    let signature: SignedData

    init() throws {
        office = try TimeOffice()
        signature = try SignedData(der: PKI(.p256).signer.sign(messageDigest: sha256(document)))
    }

    private func token() throws -> TimestampToken {
        try office.token(request(signature.signer.signature))
    }

    @Test("a token is added, found again and verifies over the signature value")
    func adding() throws {
        let token = try token()
        let stamped = try SignedData(der: signature.adding(timestamp: token.der))
        #expect(stamped.signer.timestampTokens == [token.der])
        #expect(stamped.verify(messageDigest: sha256(document)) == SignatureVerdict())
        let found = try TimestampToken(der: stamped.signer.timestampTokens[0])
        #expect(found.verify(message: stamped.signer.signature) == SignatureVerdict())
    }

    @Test("several tokens are allowed and all found")
    func several() throws {
        let tokens = [try token(), try token()]
        let once = try SignedData(der: signature.adding(timestamp: tokens[0].der))
        let twice = try SignedData(der: once.adding(timestamp: tokens[1].der))
        #expect(Set(twice.signer.timestampTokens) == Set(tokens.map(\.der)))
        #expect(twice.verify(messageDigest: sha256(document)).isIntact)
    }

    @Test("openssl still accepts the signature as CAdES and names the attribute")
    func openssl() async throws {
        let pki = try PKI(.rsa2048)
        let signature = try SignedData(der: pki.signer.sign(messageDigest: sha256(document)))
        var files = pki.files
        files["signature"] = try signature.adding(timestamp: token().der)
        let answer = try await OpenSSL.run(
            "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature",
            "-content", "document", "-CAfile", "root.pem", "-purpose", "any", files: files)
        #expect(answer.succeeded, "\(answer.complaint)")
        let printed = try await OpenSSL.run(
            "cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", "signature",
            files: files)
        #expect(printed.text.contains("id-smime-aa-timeStampToken"))
    }

    @Test("the room promised holds the stamped signature")
    func room() throws {
        let pki = try PKI(.p256)
        let token = try token()
        let promised = try pki.signer.maximumByteCount(withTimestampOf: token.der.count)
        let stamped = try SignedData(der: pki.signer.sign(messageDigest: sha256(document)))
            .adding(timestamp: token.der)
        #expect((0...64).contains(promised - stamped.count), "\(promised - stamped.count)")
    }

    @Test("what is no timestamp is not added")
    func noToken() throws {
        #expect(throws: CMSError(.unexpectedStructure, "")) {
            try signature.adding(timestamp: signature.der)
        }
    }
}
