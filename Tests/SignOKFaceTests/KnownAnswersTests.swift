import Domain
import HTTPCommon
import TamgaTestKit
import Testing

@testable import SignOKFace

@Suite("Known answers")
struct KnownAnswersTests {
    private struct Text: JSONWritable {
        let value: String

        func write(to text: inout JSONText) { text.string(value) }
    }

    /// Of 100 bytes with its quotation marks.
    private let text = JSONText(Text(value: String(repeating: "가", count: 32) + "ab"))

    private func key(_ number: UInt8, _ wire: WireVersion = .v2) -> KnownAnswers.Key {
        KnownAnswers.Key(document: Sample.id(number), wire: wire)
    }

    @Test("an answer is known for its document, wire and version alone")
    func exact() {
        let known = KnownAnswers()
        known.keep(text, as: key(1), version: 3)
        #expect(known.answer(to: key(1), version: 3)?.buffer == text.buffer)
        #expect(known.answer(to: key(1), version: 4) == nil)
        #expect(known.answer(to: key(1, .v1), version: 3) == nil)
        #expect(known.answer(to: key(2), version: 3) == nil)
    }

    @Test("what is asked for stays, what is not is forgotten")
    func bounded() {
        let known = KnownAnswers(byteLimit: 400)
        for number in UInt8(1)...40 {
            known.keep(text, as: key(number), version: 1)
            #expect(known.answer(to: key(1), version: 1) != nil)
        }
        let kept = (UInt8(1)...40).filter { known.answer(to: key($0), version: 1) != nil }
        #expect(kept.count <= 8)
    }

    @Test("an answer that is larger than a shelf is not kept")
    func tooLarge() {
        let known = KnownAnswers(byteLimit: 99)
        known.keep(text, as: key(1), version: 1)
        #expect(known.answer(to: key(1), version: 1) == nil)
    }

    @Test("a newer answer takes the place of the older one")
    func replaced() {
        let known = KnownAnswers(byteLimit: 250)
        for version in 1...9 { known.keep(text, as: key(1), version: version) }
        known.keep(text, as: key(2), version: 1)
        #expect(known.answer(to: key(1), version: 9) != nil)
    }
}
