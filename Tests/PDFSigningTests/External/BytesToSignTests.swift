import CMS
import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite("Bytes to sign")
struct BytesToSignTests {
    private let contract: PreparedContract

    init() throws { contract = try PreparedContract() }

    @Test("they are the finished file around the signature's own value")
    func aroundTheHole() throws {
        let cms = [UInt8](repeating: 0x30, count: 100)
        let file = contract.ceremony.file + (try contract.update.filled(with: cms)).bytes
        let hole = contract.update.hole
        #expect(
            try contract.download == Array(file[..<hole.lowerBound] + file[hole.upperBound...]))
    }

    @Test("windows of any size give the same bytes", arguments: [1000, 4096, 1 << 20])
    func windows(size: Int) throws {
        let bytes = try contract.bytes
        var gathered: [UInt8] = []
        try bytes.forEachWindow(of: 0..<bytes.count, size: size) { gathered += $0 }
        #expect(try gathered == contract.download)
    }

    @Test("what lies beyond them is an error, not a crash")
    func beyond() throws {
        let bytes = try contract.bytes
        #expect(throws: PDFError.self) { try bytes.read(0..<bytes.count + 1) }
    }

    @Test("every digest is that of the bytes", arguments: BytesToSign.digestAlgorithms)
    func digests(algorithm: DigestAlgorithm) throws {
        guard algorithm.isAvailable else { return }
        #expect(try contract.bytes.digest(by: algorithm) == algorithm.hash(contract.download))
    }

    @Test("nobody signs by SHA-1", arguments: [DigestAlgorithm.sha1, .md5, .sha224])
    func weakDigests(algorithm: DigestAlgorithm) throws {
        #expect(throws: SigningError.unsupportedDigest(algorithm.rawValue)) {
            try contract.bytes.digest(by: algorithm)
        }
    }

    @Test("an update that was stored meanwhile has the same bytes to sign")
    func stored() throws {
        let update = try PreparedUpdate(
            delta: contract.update.delta, encodedPlan: contract.update.encodedPlan())
        let bytes = try BytesToSign(of: update, after: MemorySource(contract.ceremony.file))
        #expect(try bytes.read(0..<bytes.count) == contract.download)
    }
}
