import FaceTestKit
import Foundation
import Testing

struct TranscriptTests {
    @Test("the wire speaks as its transcripts say", arguments: try Transcript.all(in: .module))
    func plays(transcript: Transcript) async throws {
        let face = FaceUnderTest()
        var player = TranscriptPlayer(face.world, face.client)
        try await player.play(transcript)
    }

    @Test("and so it does over the database", arguments: try Transcript.all(in: .module))
    func playsOverSQLite(transcript: Transcript) async throws {
        let face = FaceUnderTest(world: try await SQLStores().world())
        var player = TranscriptPlayer(face.world, face.client)
        try await player.play(transcript)
    }

    @Test("there are transcripts")
    func exist() throws {
        #expect(try Transcript.all(in: .module).count >= 4)
    }
}
