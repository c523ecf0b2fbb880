import TamgaTestKit
import Testing

@testable import Domain

@Suite("Who sees a document")
struct VisibilityTests {
    @Test("the author side always does", arguments: Stage.allCases)
    func authorSide(stage: Stage) throws {
        let document = try stage.document
        #expect(document.isVisible(to: Sample.actor(Sample.author, [])))
        #expect(document.isVisible(to: Sample.actor(Sample.colleague, [.accountDocuments])))
        #expect(!document.isVisible(to: Sample.actor(Sample.colleague, [])))
    }

    @Test("a stranger never does", arguments: Stage.allCases)
    func stranger(stage: Stage) throws {
        #expect(try !stage.document.isVisible(to: Sample.actor(Sample.stranger)))
    }

    @Test(
        "what is in it is read by the author side, and by a signer who signed in once it is signed",
        arguments: Stage.allCases)
    func readers(stage: Stage) throws {
        let document = try stage.document
        let status = document.state.status
        #expect(document.isReadable(by: Sample.actor(Sample.author, [])) == (status != .deleted))
        #expect(document.isReadable(by: Sample.actor(Sample.anna, [])) == (status == .signed))
        #expect(!document.isReadable(by: Sample.actor(Sample.stranger)))
    }

    @Test("a signer does once the step is reached")
    func signer() throws {
        let sequential = try Stage.sent(isSequential: true)
        #expect(sequential.isVisible(to: Sample.actor(Sample.anna, [])))
        #expect(!sequential.isVisible(to: Sample.actor(Sample.boris)))
        #expect(try !Stage.ready().isVisible(to: Sample.actor(Sample.anna)))
    }
}
