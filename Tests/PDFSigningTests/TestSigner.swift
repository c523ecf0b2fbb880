import Crypto
import TamgaTestKit

// Interim until the CMS target's builder lands.
extension TestPKI.Holder {
    func sign(_ digest: [UInt8], of pki: TestPKI) throws -> [UInt8] {
        func tlv(_ tag: UInt8, _ content: [[UInt8]]) -> [UInt8] {
            let body = Array(content.joined())
            let n = body.count
            let length: [UInt8] =
                n < 128
                ? [UInt8(n)] : n < 256 ? [0x81, UInt8(n)] : [0x82, UInt8(n >> 8), UInt8(n & 255)]
            return [tag] + length + body
        }
        let data: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1]
        let signedData: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2]
        let sha256 = tlv(0x30, [[6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1]])
        let ecdsa = tlv(0x30, [[6, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2]])
        func attribute(_ oid: [UInt8], _ value: [UInt8]) -> [UInt8] {
            tlv(0x30, [oid, tlv(0x31, [value])])
        }
        let leaf = try der
        let ess = tlv(0x30, [tlv(0x30, [tlv(0x30, [tlv(4, [Array(SHA256.hash(data: leaf))])])])])
        let attributes = [
            attribute([6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 3], data),
            attribute([6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 4], tlv(4, [digest])),
            attribute([6, 11, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 2, 47], ess),
        ]
        let sorted = attributes.sorted { $0.lexicographicallyPrecedes($1) }
        let signature = try key.signature(for: tlv(0x31, sorted)).derRepresentation
        // issuer and serial: cut from the certificate's TBS
        let tbs = children(children(leaf)[0])
        let info = tlv(
            0x30,
            [
                [2, 1, 1], tlv(0x30, [tbs[3], tbs[1]]), sha256, tlv(0xA0, sorted), ecdsa,
                tlv(4, [Array(signature)]),
            ])
        let certificates = tlv(0xA0, [leaf, try pki.issuing.der])
        let body = tlv(
            0x30,
            [[2, 1, 1], tlv(0x31, [sha256]), tlv(0x30, [data]), certificates, tlv(0x31, [info])])
        return tlv(0x30, [signedData, tlv(0xA0, [body])])
    }

    private func children(_ der: [UInt8]) -> [[UInt8]] {
        func size(_ at: Int) -> (Int, Int) {
            let n = Int(der[at + 1])
            if n < 128 { return (2, n) }
            return (2 + n - 128, (0..<(n - 128)).reduce(0) { $0 << 8 | Int(der[at + 2 + $1]) })
        }
        var at = size(0).0
        var found: [[UInt8]] = []
        while at < der.count {
            let (header, length) = size(at)
            found.append(Array(der[at..<at + header + length]))
            at += header + length
        }
        return found
    }
}
