import Domain
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

@testable import SignOKFace

struct VocabularyTests {
    @Test("the table of the contract")
    func builtIn() {
        let words = Vocabulary()
        let entries = Vocabulary.State.allCases.map { (state: Vocabulary.State) in words[state] }
        #expect(entries.map(\.code) == (0...6).map { "ESC00\($0)" })
        #expect(entries.map(\.label) == ["작성", "진행", "완료", "거절", "취소", "만료", "승인대기"])
    }

    @Test("an operator's words are told and understood")
    func replaced() async throws {
        let vocabulary = try #require(
            Vocabulary(replacing: [.draft: Vocabulary.Entry(code: "D", label: "초안")]))
        let face = FaceUnderTest(vocabulary: vocabulary)
        let access = try await face.access()
        try await face.document("A")
        let text = try await face.ask(.get, "/api/v2/document?status=D", access).text
        #expect(text.contains(#""status_description":"초안","status":"D""#), "\(text)")
        let unknown = try await face.ask(.get, "/api/v2/document?status=ESC000", access)
        #expect(unknown.status == .badRequest)
        #expect(unknown.text.contains("허용: D, ESC001, "), "\(unknown.text)")
    }

    @Test(
        "blank words, and one code for two states, are none",
        arguments: [
            Vocabulary.Entry(code: "", label: "초안"), Vocabulary.Entry(code: "D", label: " "),
            Vocabulary.Entry(code: "ESC001", label: "초안"),
        ])
    func refused(entry: Vocabulary.Entry) {
        #expect(Vocabulary(replacing: [.draft: entry]) == nil)
    }

    @Test("codes may change places")
    func exchanged() {
        let words = Vocabulary()
        let (one, two) = (words[Vocabulary.State.declined], words[Vocabulary.State.revoked])
        #expect(Vocabulary(replacing: [.declined: two, .revoked: one]) != nil)
    }

    @Test("a document that is being sealed is still in progress")
    func sealing() {
        #expect(Vocabulary()[DocumentStage.sealing] == Vocabulary()[DocumentStage.signing])
    }
}
