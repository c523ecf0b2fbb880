import CMS
import TamgaTestKit
import Testing

@Suite("Signatures in BER")
struct BERTests {
    /// Constructed values from the outside down to `depth` get indefinite lengths, and octet
    /// strings come in pieces.
    private func ber(_ der: ArraySlice<UInt8>, depth: Int) -> [UInt8] {
        var (rest, out) = (der, [UInt8]())
        while let tag = rest.popFirst() {
            var count = Int(rest.popFirst() ?? 0)
            if count > 0x80 {
                let octets = rest.prefix(count & 0x7F)
                rest = rest.dropFirst(count & 0x7F)
                count = octets.reduce(0) { $0 << 8 | Int($1) }
            }
            out += value(tag, rest.prefix(count), depth: depth)
            rest = rest.dropFirst(count)
        }
        return out
    }

    private func value(_ tag: UInt8, _ content: ArraySlice<UInt8>, depth: Int) -> [UInt8] {
        let octets = [0x84] + withUnsafeBytes(of: UInt32(content.count).bigEndian) { Array($0) }
        if depth == 0 || (tag & 0x20 == 0 && tag != 4) { return [tag] + octets + content }
        guard tag == 4 else { return [tag, 0x80] + ber(content, depth: depth - 1) + [0, 0] }
        let half = content.count / 2
        let pieces = piece(content.prefix(half)) + piece(content.dropFirst(half))
        return [0x24, 0x80] + pieces + [0, 0]
    }

    private func piece(_ octets: ArraySlice<UInt8>) -> [UInt8] {
        [4, 0x82, UInt8(octets.count >> 8), UInt8(octets.count & 0xFF)] + octets
    }

    @Test("a signature with indefinite lengths is read as the same signature", arguments: 1...12)
    func same(depth: Int) throws {
        let der = try PKI(.p256).signer.sign(messageDigest: sha256(document))
        let encoded = ber(der[...], depth: depth) + [0, 0, 0, 0]
        let signature = try SignedData(der: encoded)
        #expect(signature.der == der && !signature.isDER)
        #expect(signature.verify(messageDigest: sha256(document)) == SignatureVerdict())
    }

    @Test("what openssl streams is BER, and intact")
    func streamed() async throws {
        let made = try await OpenSSL.run(
            "cms", "-sign", "-binary", "-stream", "-nodetach", "-outform", "DER", "-in",
            "document", "-out", "signature", "-signer", "cert.pem", "-inkey", "key.pem",
            files: PKI(.p256).files, read: "signature")
        let signature = try SignedData(der: made.output)
        #expect(!signature.isDER && signature.content == document)
        #expect(signature.verify(messageDigest: sha256(document)).problems == [.carriesContent])
    }

    @Test("BER cut short at any byte is refused")
    func truncations() throws {
        let der = try PKI(.p256).signer.sign(messageDigest: sha256(document))
        let encoded = ber(der[...], depth: 6)
        for length in encoded.indices {
            #expect(throws: CMSError.self) {
                try SignedData(der: Array(encoded.prefix(length)))
            }
        }
    }

    @Test("indefinite nesting without end is refused without effort")
    func nesting() {
        let open = [UInt8]((0..<1_000_000).flatMap { _ in [0x30, 0x80] as [UInt8] })
        #expect(throws: CMSError(.malformed, "")) { try SignedData(der: open) }
    }

    @Test("a signature in DER is said to be so")
    func der() throws {
        let der = try PKI(.p256).signer.sign(messageDigest: sha256(document))
        #expect(try SignedData(der: der).isDER)
    }
}
