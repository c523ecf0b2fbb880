import Domain
import TamgaTestKit

/// A document that ten people signed at the same instant, made once for each language.
struct TenSigners: Sendable {
    let document: Document
    let file: FinishedFile

    static let languages: [Language] = [.russian, .korean]

    static func finished(in language: Language) async throws -> TenSigners {
        try await (language == .korean ? korean : russian).value
    }

    private static let russian = Task {
        try await TenSigners(
            .russian, people: (1...10).map { "Ёлкина\($0) Щедрость Эдуардовна" })
    }
    private static let korean = Task {
        try await TenSigners(.korean, people: (1...10).map { "김\($0) 민수" })
    }

    private init(_ language: Language, people: [String]) async throws {
        let site = try await Site()
        let sent = try await site.sent(signers: people, language: language)
        var signers: [ReadySigner] = []
        for position in people.indices { signers.append(try await site.ready(position, of: sent)) }
        let outcomes = await atOnce(signers.map { signer in { try await signer.sign() } })
        for outcome in outcomes { _ = try outcome.get() }
        document = try await site.sealed(sent.id)
        file = try await site.download(sent.id)
    }
}
