import Delivery
import Letters

extension Correspondent {
    /// The page to which the signer's invitation leads, as a path.
    func page(of signer: String) async throws -> String {
        try await browser.insist {
            try letters(to: signer).flatMap(\.links).last { $0.contains("/sign/") }
                .flatMap { link in link.firstMatch(of: /\/sign\/[0-9a-z]+/).map { String($0.0) } }
        }
    }

    /// Asks for a code and signs with it, until the page says that it is signed.
    func sign(_ signer: String) async throws {
        let page = try await page(of: signer)
        try await browser.until {
            if try await state(of: page) == "signed" { return true }
            guard let code = try letters(to: signer).compactMap(\.code).last else {
                _ = try await browser.submit(page, "code")
                return false
            }
            let answer = try await browser.submit(page, "sign", ["code": code, "consent": "on"])
            return answer?.status == 303
        }
    }

    /// What the page says of the signer's turn; `nil` without an answer.
    func state(of page: String) async throws -> String? {
        try await browser.send("GET", page)?.text.firstMatch(of: /data-state="([a-z]+)"/)
            .map { String($0.1) }
    }

    func letters(to signer: String) throws -> [Letter] {
        try spool.letters().filter { $0.to.contains("\(signer)@example.com") }
    }
}
