import Crypto
import Foundation
import PDFSigning
import Testing

@Suite("SHA-256 state")
struct SHA256StateTests {
    let message = (0..<300).map { UInt8($0 & 0xff) }

    @Test("the digest is that of another implementation, at every length")
    func agreesWithAnotherImplementation() {
        for length in 0...message.count {
            var state = SHA256State()
            state.update(message[..<length])
            #expect(state.digest() == Array(SHA256.hash(data: message[..<length])))
        }
    }

    @Test("a state written down and taken up at any byte goes on as if never interrupted")
    func resumesAtAnyByte() throws {
        let whole = Array(SHA256.hash(data: message))
        for cut in 0...message.count {
            var first = SHA256State()
            first.update(message[..<cut])
            var second = try #require(SHA256State(serialized: first.serialized))
            second.update(message[cut...])
            #expect(second.digest() == whole)
            #expect(second.byteCount == UInt64(message.count))
        }
    }

    @Test("taking the digest does not end the hashing")
    func digestIsNotFinal() {
        var state = SHA256State()
        state.update([1, 2, 3])
        _ = state.digest()
        state.update([4])
        #expect(state.digest() == Array(SHA256.hash(data: [1, 2, 3, 4])))
    }

    @Test("coding keeps the state")
    func codingKeepsTheState() throws {
        var state = SHA256State()
        state.update(message)
        let coded = try JSONEncoder().encode([state])
        #expect(try JSONDecoder().decode([SHA256State].self, from: coded) == [state])
    }

    @Test("bytes that no state can have are refused", arguments: [0, 43, 47, 111])
    func refusesForeignBytes(offset: Int) {
        var state = SHA256State()
        state.update([1, 2, 3])
        var bytes = state.serialized
        bytes[offset] ^= 1
        #expect(SHA256State(serialized: bytes) == nil)
    }

    @Test("a state cut short is refused")
    func refusesShortState() {
        #expect(SHA256State(serialized: Array(SHA256State().serialized.dropLast())) == nil)
    }
}
