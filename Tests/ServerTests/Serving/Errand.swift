import Domain
import TamgaTestKit

/// One document carried through over HTTP; every step of it was acknowledged, or seen to be done.
struct Errand: Sendable {
    let id: String
    let signers: [String]
    let pages: [String]
}

extension Correspondent {
    func carryOut(_ name: String) async throws -> Errand {
        let signers = ["ivan-\(name)", "minsu-\(name)"]
        let id = try await create(name, signers: signers)
        try await upload(to: id)
        try await wait(for: "Signing", of: id)
        var pages: [String] = []
        for signer in signers {
            try await sign(signer)
            pages.append(try await page(of: signer))
        }
        return Errand(id: id, signers: signers, pages: pages)
    }

    /// Like ``carryOut(_:)``, but all sign at the same instant.
    func carryOutAtOnce(_ name: String, signerCount: Int) async throws -> Errand {
        let signers = (0..<signerCount).map { "signer\($0)-\(name)" }
        let id = try await create(name, signers: signers)
        try await upload(to: id)
        try await wait(for: "Signing", of: id)
        let pages = try await withThrowingTaskGroup(of: String.self) { group in
            for signer in signers {
                group.addTask {
                    let person = try with(
                        browser: HTTPClient(
                            server: browser.server, folder: TemporaryFolder()))
                    try await person.sign(signer)
                    return try await person.page(of: signer)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        return Errand(id: id, signers: signers, pages: pages)
    }

    /// The finished file of an errand.
    func download(_ errand: Errand) async throws -> FinishedFile {
        try await wait(for: "Signed", of: errand.id)
        let answer = try await api.insist {
            try await api.send("GET", "/v1/documents/\(errand.id)/signed")
        }
        return try FinishedFile(
            answer.body, rootCertificate: api.server.dataFolder + "/keys/root.crt")
    }
}
