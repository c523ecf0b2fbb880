import Foundation
import TamgaTestKit

/// One document of a SignOK client, and the pages of its two signers.
struct SignOKDocument: Sendable {
    let errand: SignOKErrand
    let id: String
    /// Their pages, as paths.
    let firm, person: String

    private struct Created: Decodable {
        struct Signer: Decodable { let view_url: String }
        struct Document: Decodable {
            let id: String
            let signer: [Signer]
        }
        let document: Document
    }

    private struct Detail: Decodable {
        struct Signer: Decodable { let sign_method: String? }
        struct Event: Decodable { let status_description: String }
        struct Result: Decodable {
            let status: String
            let signer: [Signer]
            let history: [Event]
        }
        let result: Result
    }

    init(_ answer: HTTPClient.Answer, errand: SignOKErrand) throws {
        guard answer.status == 200 else { throw OutsideTool.Failure(answer.text) }
        let created = try answer.decoded(Created.self).document
        let pages = created.signer.compactMap { $0.view_url.split(separator: "?").last }
            .map { "/sign/\($0)" }
        (self.errand, id, firm, person) = (errand, created.id, pages[0], pages[1])
    }

    private var browser: HTTPClient { errand.browser }

    /// Retypes the contact at the door, once the document is on its way.
    func unlock(_ page: String, contact: String) async throws {
        try await browser.until {
            try await browser.submit(page, "unlock", ["contact": contact])?.status == 303
        }
    }

    func signAsFirm() async throws -> HTTPClient.Answer {
        let bytes = try await browser.bytes(behind: "download-prepared", on: firm)
        return try await browser.upload(
            errand.firm.sign(bytes), as: "cms", to: "cms", of: firm)
    }

    func signAsPerson() async throws -> HTTPClient.Answer {
        try await browser.insist {
            try await browser.submit(person, "sign", ["consent": "on"])
        }
    }

    /// Both sign, each behind a door that asks for the contact.
    func sign() async throws {
        try await unlock(firm, contact: SignOKErrand.address)
        try await unlock(person, contact: "person@example.com")
        for answer in [try await signAsFirm(), try await signAsPerson()] {
            guard answer.status == 303 else { throw OutsideTool.Failure(answer.text) }
        }
    }

    /// The finished file, as the client downloads it.
    func download() async throws -> FinishedFile {
        try await browser.until { try await detail()?.status == "ESC002" }
        let answer = try await errand.api.insist {
            try await errand.api.send("GET", "/api/v2/document/\(id)/download")
        }
        return try FinishedFile(answer.body, rootCertificate: errand.ownRoot)
    }

    /// Each signer's method, and what has happened: as the detail tells it.
    func story() async throws -> (methods: [String?], events: [String]) {
        let shown = try await browser.insist { try await detail() }
        return (shown.signer.map(\.sign_method), shown.history.map(\.status_description))
    }

    private func detail() async throws -> Detail.Result? {
        try await errand.api.send("GET", "/api/v2/document/\(id)")?.decoded(Detail.self).result
    }
}
