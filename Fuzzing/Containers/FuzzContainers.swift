import CMS
import FuzzHarness

/// Signatures as their bytes, read and judged.
@main
enum FuzzContainers {
    static func main() {
        fuzz { data, count in
            let bytes = input(data, count)
            _ = try? EmbeddedCertificate(der: bytes)
            if let signature = try? SignedData(der: bytes) { FuzzContainers.judge(signature) }
            return 0
        }
    }

    private static func judge(_ signature: SignedData) {
        _ = signature.verify(messageDigest: [UInt8](repeating: 7, count: 32))
        // What is read once is read again from its own bytes.
        require((try? SignedData(der: signature.der)) == signature, "not the same when read again")
    }
}
