import Letters
import Outbound

@testable import Delivery

extension PhoneMessage {
    static func sample(
        _ kind: LetterKind = .invitation, text: String = "서명 요청\nhttps://sign.example/sign/X",
        variables: [Variable: String] = [
            .name: "김영희", .document: "계약서", .link: "https://sign.example/sign/X",
        ]
    ) -> PhoneMessage {
        PhoneMessage(
            kind: kind,
            letter: Letter(
                id: "0f8fad5b-d9cb-469f-a165-70867728950e", to: "01012345678", text: text,
                links: [], code: nil), variables: variables)
    }
}

extension PhoneGateway {
    /// Speaks JSON, and knows one registered text.
    static func json(_ url: String = "http://127.0.0.1:1/", body: String) throws -> PhoneGateway {
        PhoneGateway(
            url: url, headers: ["Content-Type": "application/json", "X-Key": "s3cret"],
            encoding: .json, body: try GatewayTemplate(body),
            texts: RegisteredTexts([.invitation: RegisteredText(code: "TA01")]))
    }

    static func form(body: String) throws -> PhoneGateway {
        PhoneGateway(
            url: "http://127.0.0.1:1/", headers: [:], encoding: .form,
            body: try GatewayTemplate(body))
    }

    func body(for message: PhoneMessage) -> String {
        String(decoding: request(for: message).body, as: UTF8.self)
    }
}

extension OutboundClient {
    /// May reach this machine.
    static let local = OutboundClient(
        rules: AddressRules(allowing: [AddressRange("127.0.0.0/8")].compactMap(\.self)))
}
