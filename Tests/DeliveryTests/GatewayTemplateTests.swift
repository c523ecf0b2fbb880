import Testing

@testable import Delivery

@Suite("Templates of a gateway")
struct GatewayTemplateTests {
    private typealias Template = GatewayTemplate<PhoneGateway.Placeholder>

    @Test("placeholders are filled where they stand, however they are spaced")
    func filled() throws {
        let template = try Template("to={{phone}}&t={{ text }}!")
        #expect(template.filled { $0.rawValue.uppercased() } == "to=PHONE&t=TEXT!")
    }

    @Test("a value that looks like a placeholder stays as it is")
    func onePass() throws {
        #expect(try Template("{{text}}").filled { _ in "{{phone}}" } == "{{phone}}")
    }

    @Test("single braces are text")
    func singleBraces() throws {
        #expect(try Template(#"{"a":{"b":"}"}}"#).filled { _ in "" } == #"{"a":{"b":"}"}}"#)
    }

    @Test(
        "an unknown, empty or open placeholder is an error that names it",
        arguments: [("{{fone}}", "fone"), ("{{}}", ""), ("{{phone", "phone"), ("{{text}", "text}")])
    func unknown(text: String, name: String) {
        #expect(throws: Template.Unknown(placeholder: name)) { try Template(text) }
    }
}
