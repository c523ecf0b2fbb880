import Delivery
import Foundation
import Letters
import Outbound
import TamgaTestKit
import Testing

@testable import Server

@Suite("The file of a phone gateway")
struct GatewayFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func gateway(
        _ text: String, environment: [String: String] = [:]
    ) throws -> PhoneGateway {
        let path = try folder.write(Array(text.utf8), as: "gateway.yaml")
        let settings = try Settings(flags: [.smsGateway: path], environment: environment)
        return try #require(settings.phoneGateway)
    }

    /// What is said of a file that cannot be used.
    private func trouble(
        _ text: String, environment: [String: String] = [:]
    ) -> String {
        do {
            _ = try gateway(text, environment: environment)
            return "nothing"
        } catch {
            return "\(error)"
        }
    }

    private let whole = """
        url: https://sms.example.kr/v2/messages
        method: PUT
        headers:
          Content-Type: application/json; charset=utf-8
          Authorization: {environment: SMS_TOKEN, prefix: "Bearer "}
        body: '{"to":"{{phone}}","text":"{{text}}","code":"{{code}}","v":{{variables}}}'
        templates:
          default: TA00
          invitation:
            code: TA01
            text: "{{name}}님, {{link}}"
            variables: {"#{이름}": name}
        allow: [10.1.0.0/16]
        """

    @Test("without a file there is no gateway")
    func none() throws {
        #expect(try Settings(environment: [:]).phoneGateway == nil)
    }

    @Test("a whole file is understood")
    func understood() throws {
        let gateway = try gateway(whole, environment: ["SMS_TOKEN": "s3cret"])
        #expect(gateway.url == "https://sms.example.kr/v2/messages" && gateway.method == .put)
        #expect(gateway.headers["Authorization"] == "Bearer s3cret")
        #expect(gateway.encoding == .json)
        #expect(gateway.texts[.invitation].code == "TA01" && gateway.texts[.revoked].code == "TA00")
        #expect(gateway.texts[.invitation].variables == ["#{이름}": .name])
        #expect(gateway.allowed == [AddressRange("10.1.0.0/16")])
    }

    @Test("JSON is understood too, and a form is one")
    func json() throws {
        let gateway = try gateway(
            """
            {"url": "http://sms.example/send", "body": "to={{phone}}&msg={{text}}",
             "headers": {"content-type": "application/x-www-form-urlencoded"}}
            """)
        #expect(gateway.encoding == .form && gateway.method == .post)
    }

    @Test("a secret may lie in a file, with a line's end behind it")
    func secretFile() throws {
        let path = try folder.write(Array("s3cret\n".utf8), as: "secret")
        let text = whole.replacing(
            "{environment: SMS_TOKEN, prefix: \"Bearer \"}", with: "{file: \(path)}")
        #expect(try gateway(text).headers["Authorization"] == "s3cret")
    }

    @Test(
        "a mistake is told by its place when the server starts",
        arguments: [
            ("url: https", "uri: https", "uri is none of url, method"),
            ("method: PUT", "method: GET", "GET is neither POST nor PUT"),
            ("https://sms.example.kr/v2/messages", "ftp://x/", "url: ftp://x/ is no http"),
            (
                "https://sms.example.kr", "https://user:pass@sms.example.kr",
                "is no http or https URL"
            ),
            ("application/json; charset=utf-8", "text/plain", "Content-Type must be"),
            ("{{phone}}", "{{fone}}", "{{fone}} is none of id, phone, text, code, variables"),
            ("\"text\":\"{{text}}\"", "\"text\":{{text}}", "body is no JSON once it is filled"),
            ("\"v\":{{variables}}", "\"v\":\"{{variables}}\"", "body is no JSON once it is filled"),
            ("invitation:", "invitations:", "templates: invitations is none of invitation"),
            ("default: TA00", "revoked: TA00", "neither default nor a code for yourTurn"),
            ("TA01\n", "TA01\n    button: x\n", "templates.invitation: button is none of code"),
            ("{{name}}님", "{{nom}}님", "templates.invitation: text: {{nom}} is none of name"),
            ("\"#{이름}\": name", "\"#{이름}\": nom", "templates.invitation.variables: #{이름}: nom"),
            ("code: TA01", "code: 0123", "code must be a text in quotes"),
            ("10.1.0.0/16", "10.1.2.3/16", "10.1.2.3/16 is no range"),
            ("environment: SMS_TOKEN", "environment: OTHER", "Authorization: its secret is not"),
            ("environment: SMS_TOKEN", "file: /nowhere", "Authorization: its secret is not"),
            ("environment: SMS_TOKEN, ", "", "Authorization needs either environment or file"),
            ("Authorization:", "Content-Length:", "Content-Length is no name of a header field"),
            ("Authorization:", "\"a b\":", "a b is no name of a header field"),
        ])
    func mistakes(correct: String, wrong: String, told: String) {
        let text = whole.replacing(correct, with: wrong)
        #expect(text != whole)
        let trouble = trouble(text, environment: ["SMS_TOKEN": "s3cret"])
        #expect(trouble.hasPrefix("sms-gateway: ") && trouble.contains(told), "\(trouble)")
    }

    @Test("a secret of two lines makes no second header field")
    func injection() {
        let trouble = trouble(whole, environment: ["SMS_TOKEN": "a\r\nX-Evil: 1"])
        #expect(trouble.contains("Authorization has more than one line"))
    }

    @Test("what a secret is is never told")
    func secrecy() {
        let trouble = trouble(whole, environment: ["SMS_TOKEN": "s3cret\n"])
        #expect(!trouble.contains("s3cret"))
    }

    @Test("a file that is none, or is no mapping, says so", arguments: ["- a", "text", "{"])
    func noMapping(text: String) {
        #expect(trouble(text).hasPrefix("sms-gateway: "))
    }
}
