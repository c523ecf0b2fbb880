import CMS
import TamgaTestKit
import Testing

@Suite(
    "GOST R 34.10-2012 and Streebog",
    .enabled(if: GOSTEngine.isAvailable, "libengine-gost-openssl is not installed"))
struct GOSTTests {
    /// The first message of RFC 6986, §10.1.
    private static let message = Array(
        "012345678901234567890123456789012345678901234567890123456789012".utf8)

    @Test("Streebog's digests are those of RFC 6986")
    func digests() {
        #expect(
            hexadecimal(DigestAlgorithm.streebog256.hash(Self.message))
                == "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500")
        #expect(
            hexadecimal(DigestAlgorithm.streebog512.hash(Self.message))
                == "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa"
                + "00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48")
    }

    @Test("a copy of a digest in progress goes its own way")
    func fork() throws {
        var one = try #require(Streebog(.streebog256))
        one.update(Self.message.prefix(20))
        var other = one
        other.update([1, 2, 3])
        one.update(Self.message.dropFirst(20))
        #expect(one.value == DigestAlgorithm.streebog256.hash(Self.message))
        let begun = Self.message.prefix(20) + [1, 2, 3]
        #expect(other.value == DigestAlgorithm.streebog256.hash(begun))
    }

    @Test("many threads may ask for the engine and compute at once")
    func concurrently() async {
        let wanted = DigestAlgorithm.streebog512.hash(Self.message)
        let digests = await withTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<32 {
                group.addTask { DigestAlgorithm.streebog512.hash(Self.message) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(digests.count == 32 && digests.allSatisfy { $0 == wanted })
    }

    @Test(
        "openssl's signatures are intact, with attributes and without",
        arguments: [OutsideSigner.Kind.gost256, .gost512], [[], ["-noattr"], ["-cades"]])
    func intact(kind: OutsideSigner.Kind, options: [String]) async throws {
        let signer = try await OutsideSigner(kind)
        let signature = try SignedData(der: await signer.sign(document, options))
        let algorithm = try #require(signature.signer.digestAlgorithm)
        #expect(algorithm == (kind == .gost256 ? .streebog256 : .streebog512))
        let verdict = signature.verify(messageDigest: algorithm.hash(document))
        #expect(verdict.problems == [])
        let changed = signature.verify(messageDigest: algorithm.hash(document + [0]))
        #expect(!changed.isIntact)
    }

    @Test("a key of one length does not sign by the other's digest")
    func unfit() async throws {
        let signer = try await OutsideSigner(.gost256)
        var der = try await signer.sign(document, ["-noattr"])
        // The signature's algorithm becomes that of the long keys: 1.2.643.7.1.1.1.2.
        let type: [UInt8] = [0x2A, 0x85, 0x03, 0x07, 0x01, 0x01, 0x01, 0x01]
        let place = try #require(der.indices.last { der[$0...].starts(with: type) })
        der[place + 7] = 2
        let verdict = try SignedData(der: der).verify(
            messageDigest: DigestAlgorithm.streebog256.hash(document))
        #expect(verdict.problems == [.digestAlgorithmsDiffer, .keyUnfit])
    }

    @Test("damaged keys crash nothing, and another point is another key")
    func damagedKeys() async throws {
        let signer = try await OutsideSigner(.gost512)
        let der = try await signer.sign(document)
        let digest = DigestAlgorithm.streebog512.hash(document)
        let key = try EmbeddedCertificate(der: signer.certificate).subjectPublicKeyInfo
        let place = try #require(der.firstRange(of: key))
        for index in place {
            var changed = der
            changed[index] ^= 0x41
            let verdict = (try? SignedData(der: changed))?.verify(messageDigest: digest)
            guard index >= place.upperBound - 128 else { continue }
            #expect(verdict?.isIntact == false, "byte \(index - place.lowerBound)")
        }
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
