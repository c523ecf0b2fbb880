import Delivery
import Foundation
import Letters
import Outbound

extension PhoneGateway {
    /// What the operator's file says of his gateway; `nil` without a file. A mistake in it is told
    /// here, not when a message is owed.
    init?(file path: String?, environment: [String: String]) throws {
        guard let path else { return nil }
        let file = try FileMapping(
            file: path, of: .smsGateway,
            keys: ["url", "method", "headers", "body", "templates", "allow"])
        let headers = try file.mapping("headers")?.headers(environment) ?? [:]
        self.init(
            url: try file.url(), method: try file.method(), headers: headers,
            encoding: try file.encoding(headers), body: try file.template("body"),
            texts: try file.mapping("templates")?.registeredTexts() ?? RegisteredTexts(),
            allowed: try file.ranges())
        try check(file)
    }

    private func check(_ file: FileMapping) throws {
        let uncoded = LetterKind.allCases.filter { texts[$0].code.isEmpty }
        if body.uses(.code), !uncoded.isEmpty {
            let kinds = uncoded.map(\.rawValue).joined(separator: ", ")
            throw file.error("templates has neither default nor a code for \(kinds)")
        }
        guard encoding == .json else { return }
        for kind in LetterKind.allCases where !isJSON(request(for: .awkward(kind)).body) {
            throw file.error(
                "body is no JSON once it is filled: {{variables}} stands without quotes, all else "
                    + "inside of them")
        }
    }

    private func isJSON(_ body: [UInt8]) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(body))) != nil
    }
}

extension PhoneMessage {
    /// Says what spoils a body that is put together carelessly.
    fileprivate static func awkward(_ kind: LetterKind) -> PhoneMessage {
        let text = "\"\\\n{}"
        return PhoneMessage(
            kind: kind, letter: Letter(id: text, to: text, text: text, links: [], code: nil),
            variables: [.name: text])
    }
}

extension FileMapping {
    fileprivate func url() throws -> String {
        let text = try neededText("url")
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host != nil,
            url.user == nil
        else { throw error("url: \(text) is no http or https URL") }
        return text
    }

    fileprivate func method() throws -> OutboundRequest.Method {
        switch try text("method") {
        case nil, "POST": .post
        case "PUT": .put
        case let other?: throw error("method: \(other) is neither POST nor PUT")
        }
    }

    fileprivate func ranges() throws -> [AddressRange] {
        try texts("allow").map { text in
            guard let range = AddressRange(text) else {
                throw error("allow: \(text) is no range of addresses; write 10.1.0.0/16")
            }
            return range
        }
    }

    /// How values are put into the body follows from what it is said to be.
    fileprivate func encoding(_ headers: [String: String]) throws -> PhoneGateway.Encoding {
        let type = headers.first { $0.key.lowercased() == "content-type" }?.value ?? ""
        switch type.prefix(while: { $0 != ";" }).lowercased() {
        case "application/json": return .json
        case "application/x-www-form-urlencoded": return .form
        default:
            throw error(
                "headers: Content-Type must be application/json or "
                    + "application/x-www-form-urlencoded")
        }
    }

    func template<Name>(_ key: String) throws -> GatewayTemplate<Name>
    where Name: CaseIterable {
        let text = try neededText(key)
        do throws(GatewayTemplate<Name>.Unknown) {
            return try GatewayTemplate(text)
        } catch {
            let all = Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw self.error("\(key): {{\(error.placeholder)}} is none of \(all)")
        }
    }
}
