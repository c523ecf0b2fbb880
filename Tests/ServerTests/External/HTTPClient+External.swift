import Foundation
import TamgaTestKit

/// What a browser does on the pages of somebody who signs elsewhere.
extension HTTPClient {
    /// Where the page's link with this `data-action` leads; the last where there are more.
    func address(behind action: String, on page: String) async throws -> String {
        let shown = try await insist { try await send("GET", page) }
        let links = shown.text.matches(of: /data-action="([a-z-]+)" href="([^"]+)"/)
        guard let link = links.last(where: { $0.1 == action }) else {
            throw OutsideTool.Failure("no link to \(action): \(shown.text)")
        }
        return String(link.2)
    }

    func bytes(behind action: String, on page: String) async throws -> [UInt8] {
        let address = try await address(behind: action, on: page)
        let answer = try await insist { try await send("GET", address) }
        guard answer.status == 200 else { throw OutsideTool.Failure(answer.text) }
        return answer.body
    }

    /// Sends a file by the form of a page that posts to `action`.
    func upload(
        _ bytes: [UInt8], as field: String, to action: String, of page: String
    ) async throws -> Answer {
        let file = try folder.write(bytes, as: "upload-\(UUID().uuidString)")
        return try await insist {
            guard let shown = try await send("GET", page),
                let token = shown.text.firstMatch(of: /name="token" value="([^"]*)"/)
            else { return nil }
            return try await send(
                "POST", "\(page)/\(action)",
                ["-H", "Origin: \(await server.address)"]
                    + ["-F", "token=\(token.1)", "-F", "\(field)=@\(file)"])
        }
    }
}
