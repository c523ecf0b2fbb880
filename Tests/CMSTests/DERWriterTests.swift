import Testing

@testable import CMS

@Suite("Writing DER")
struct DERWriterTests {
    @Test(
        "integers are written in as few octets as possible",
        arguments: [
            ([], [2, 1, 0]), ([0, 0], [2, 1, 0]), ([0x7F], [2, 1, 0x7F]),
            ([0x80], [2, 2, 0, 0x80]), ([0, 1, 0], [2, 2, 1, 0]),
        ] as [([UInt8], [UInt8])])
    func integers(magnitude: [UInt8], der: [UInt8]) {
        #expect(DERWriter.integer(magnitude: magnitude) == der)
    }

    @Test("a request whose nonce is zero can be made")
    func zeroNonce() throws {
        let digest = [UInt8](repeating: 7, count: 32)
        let request = try TimestampRequest(imprint: digest, nonce: [0])
        #expect(try TimestampRequest(der: request.der).nonce == [0])
    }
}
