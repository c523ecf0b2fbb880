import Foundation
import Letters
import Testing

@testable import Delivery

@Suite("What a gateway is sent")
struct PhoneGatewayTests {
    private let hostile = "\"}],\"to\":\"0\\\n\u{0}{{phone}}&to=0%00+ё"

    @Test("in JSON a text comes out as it went in, whatever it contains")
    func jsonText() throws {
        let gateway = try PhoneGateway.json(body: #"{"to":"{{phone}}","text":"{{text}}"}"#)
        let body = gateway.body(for: .sample(text: hostile))
        let read = try JSONDecoder().decode([String: String].self, from: Data(body.utf8))
        #expect(read == ["to": "01012345678", "text": hostile])
    }

    @Test("in a form too, and it adds no field")
    func formText() throws {
        let gateway = try PhoneGateway.form(body: "to={{phone}}&text={{text}}")
        let body = gateway.body(for: .sample(text: hostile))
        let fields = body.split(separator: "&").map { $0.split(separator: "=") }
        #expect(fields.map(\.first) == ["to", "text"])
        #expect(fields[1][1].removingPercentEncoding == hostile)
    }

    @Test("variables are a JSON object")
    func jsonVariables() throws {
        let gateway = try PhoneGateway.json(body: #"{"v":{{variables}}}"#)
        let body = gateway.body(for: .sample(variables: [.name: hostile]))
        let read = try JSONDecoder().decode([String: [String: String]].self, from: Data(body.utf8))
        #expect(read == ["v": ["name": hostile]])
    }

    @Test("in a form the object is one value")
    func formVariables() throws {
        let gateway = try PhoneGateway.form(body: "v={{variables}}")
        let body = gateway.body(for: .sample(variables: [.name: "a&b"]))
        #expect(String(body.dropFirst(2)).removingPercentEncoding == #"{"name":"a&b"}"#)
        #expect(!body.contains("&"))
    }

    @Test("a registered text is named by its code and filled by the gateway's names")
    func registered() throws {
        var gateway = try PhoneGateway.json(body: #"{"code":"{{code}}","v":{{variables}}}"#)
        gateway.texts = RegisteredTexts([
            .invitation: RegisteredText(
                code: "TA01", variables: ["#{이름}": .name, "#{코드}": .code])
        ])
        #expect(
            gateway.body(for: .sample()) == ##"{"code":"TA01","v":{"#{이름}":"김영희","#{코드}":""}}"##)
    }

    @Test("the text as it was registered replaces our own")
    func registeredText() throws {
        var gateway = try PhoneGateway.json(body: "{{text}}")
        gateway.texts = RegisteredTexts(
            other: RegisteredText(text: try GatewayTemplate("{{name}}님, {{document}} {{signer}}")))
        #expect(gateway.body(for: .sample()) == "김영희님, 계약서 ")
    }

    @Test("a kind without a text of its own has the one for all others")
    func other() throws {
        var gateway = try PhoneGateway.json(body: "{{code}}")
        gateway.texts = RegisteredTexts(
            [.invitation: RegisteredText(code: "TA01")], other: RegisteredText(code: "TA00"))
        #expect(gateway.body(for: .sample(.invitation)) == "TA01")
        #expect(gateway.body(for: .sample(.revoked)) == "TA00")
    }
}
