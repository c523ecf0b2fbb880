import Testing

@testable import Domain

@Suite("Contacts and addresses")
struct ContactTests {
    @Test(
        "a Korean number is its digits, however it is written",
        arguments: ["010-1234-5678", "010 1234 5678", "+82 10-1234-5678", "+82 (0)10 1234 5678"])
    func korean(text: String) {
        #expect(Contact(text)?.text == "01012345678")
    }

    @Test("a number of another country keeps its code")
    func foreign() {
        #expect(Contact("+7 912 345-67-89")?.text == "+79123456789")
    }

    @Test(
        "what is no contact is refused",
        arguments: ["", "abc", "1234", "+0123456789", "010123456789012", "a@", "٠١٠١٢٣٤٥٦٧٨"])
    func refused(text: String) {
        #expect(Contact(text) == nil)
    }

    @Test(
        "a browser may be sent to https anywhere, and to http on this machine",
        arguments: [
            "https://shop.example/done?x=1", "http://localhost:8080/", "http://127.0.0.1/a",
            "http://[::1]:9/", "https://쇼핑.example/",
        ])
    func redirects(text: String) {
        #expect(RedirectAddress(text)?.text == text)
    }

    @Test(
        "any other address is refused",
        arguments: [
            "http://shop.example/", "javascript:alert(1)", "//shop.example", "https://", "ftp://a",
            "https://user@shop.example/", "https://a b", "https://a\n.example",
            "https://a'; script-src *", "http://localhost.evil.example/", "http://[::1].evil/",
            "https://" + String(repeating: "a", count: 2_048),
        ])
    func noRedirect(text: String) {
        #expect(RedirectAddress(text) == nil)
    }

    @Test(
        "origins that browsers hold to be the same are the same",
        arguments: [
            ("https://Shop.Example/done?x=1", "https://shop.example"),
            ("HTTPS://shop.example:443/", "https://shop.example"),
            ("https://shop.example:8443#a", "https://shop.example:8443"),
            ("http://localhost:80", "http://localhost"), ("http://[::1]:9/a", "http://[::1]:9"),
        ])
    func origins(address: String, origin: String) {
        #expect(RedirectAddress(address)?.origin == RedirectOrigin(origin))
        #expect(RedirectOrigin(origin)?.text == origin)
    }

    @Test(
        "more than an origin is none",
        arguments: ["https://shop.example/a", "https://shop.example?", "shop.example", "https://*"])
    func noOrigin(text: String) {
        #expect(RedirectOrigin(text) == nil)
    }
}
