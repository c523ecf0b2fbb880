import CMS
import Testing

@Suite("Hostile signatures")
struct HostileTests {
    @Test("a signature cut short at any byte is refused")
    func truncations() throws {
        let der = try PKI(.p256).signer.sign(messageDigest: sha256(document))
        for length in der.indices {
            #expect(throws: CMSError.self) { try SignedData(der: Array(der.prefix(length))) }
        }
    }

    @Test("a flipped bit is refused, judged bad or harms nothing that was signed")
    func bitFlips() throws {
        let der = try PKI(.p256).signer.sign(messageDigest: sha256(document))
        let original = try SignedData(der: der)
        for position in der.indices {
            var flipped = der
            flipped[position] ^= 1 << UInt8(position % 8)
            guard let signature = try? SignedData(der: flipped),
                signature.verify(messageDigest: sha256(document)).isIntact
            else { continue }
            #expect(signature.signer.signedAttributes == original.signer.signedAttributes)
            #expect(signature.signerCertificate == original.signerCertificate)
        }
    }

    @Test("a flipped bit in the signature value is always found")
    func signatureFlips() throws {
        let der = try PKI(.rsa2048).signer.sign(messageDigest: sha256(document))
        for position in der.indices.suffix(256) {
            var flipped = der
            flipped[position] ^= 0x10
            let verdict = try SignedData(der: flipped).verify(messageDigest: sha256(document))
            #expect(verdict.problems == [.signatureWrong])
        }
    }

    @Test("nesting a million deep is refused without effort")
    func nesting() {
        let open = [UInt8]((0..<1_000_000).flatMap { _ in [0x30, 0x84, 0x00, 0xFF, 0xFF, 0xFF] })
        #expect(throws: CMSError(.malformed, "")) { try SignedData(der: open) }
    }

    @Test("more bytes than the limit are refused")
    func tooLarge() {
        let bytes = [UInt8](repeating: 0x30, count: SignedData.byteLimit + 1)
        #expect(throws: CMSError(.tooLarge, "")) { try SignedData(der: bytes) }
    }

    @Test(
        "lengths that DER does not allow are refused",
        arguments: [
            [0x30, 0x80, 0, 0], [0x30, 0x81, 0x01, 0], [0x30, 0x82, 0x00, 0x01, 0],
            [0x30, 0x85, 1, 0, 0, 0, 0], [0x30, 0x88, 0x7F, 255, 255, 255, 255, 255, 255, 255],
            [0x3F, 0x1F, 0x00], [0x30], [],
        ] as [[UInt8]])
    func lengths(bytes: [UInt8]) {
        #expect(throws: CMSError(.malformed, "")) { try SignedData(der: bytes) }
    }

    @Test("an attribute given twice is refused")
    func repeatedAttribute() throws {
        let der = try PKI(.p256).signer.sign(messageDigest: sha256(document))
        // The last arc of message-digest becomes that of content-type: two content-types.
        let type: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04]
        let found = der.indices.first { der[$0...].starts(with: type) }
        let position = try #require(found)
        var changed = der
        changed[position + 8] = 0x03
        #expect(throws: CMSError(.ambiguous, "")) { try SignedData(der: changed) }
    }

    @Test("millions of tiny values are refused before they cost memory", arguments: [3, 5])
    func tinyValues(field: Int) throws {
        let der = try PKI(.p256).signer.sign(messageDigest: sha256(document))
        let many = [UInt8]((0..<2_000_000).flatMap { _ in [5, 0] as [UInt8] })
        let changed = DERSurgery.edit(der, at: [1, 0]) {
            $0.insert(DERSurgery.value(field == 3 ? 0xA0 : 0xA1, many), at: 4)
            if field == 3 { $0.remove(at: 3) }
        }
        #expect(throws: CMSError(.tooLarge, "")) { try SignedData(der: changed) }
    }
}
