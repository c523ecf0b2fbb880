import Outbound
import Testing

@Suite("Addresses that others choose")
struct AddressRulesTests {
    @Test(
        "what is not plainly the public internet is refused",
        arguments: [
            "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1",
            "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200",
            "192.0.0.192", "198.18.0.1", "198.51.100.1", "203.0.113.9", "224.0.0.1", "240.0.0.1",
            "255.255.255.255", "168.63.129.16", "::", "::1", "fe80::1", "fc00::1",
            "fd00:ec2::254", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "4000::1",
            "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1",
            "64:ff9b::10.0.0.1", "64:ff9b:1::1", "100::1", "::127.0.0.1",
        ])
    func refused(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(!AddressRules().permit(address))
    }

    @Test(
        "the public internet is permitted",
        arguments: [
            "8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.0", "100.63.255.255", "100.128.0.0",
            "2a00:1450:4001:80b::200e", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808",
        ])
    func permitted(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressRules().permit(address))
    }

    @Test("an administrator may allow a range, and nothing beside it")
    func allowed() throws {
        let rules = AddressRules(allowing: [try #require(AddressRange("10.1.0.0/16"))])
        #expect(rules.permit(try #require(IPAddress("10.1.255.1"))))
        #expect(rules.permit(try #require(IPAddress("::ffff:10.1.0.1"))))
        #expect(!rules.permit(try #require(IPAddress("10.2.0.1"))))
        #expect(!rules.permit(try #require(IPAddress("fd00::1"))))
    }

    @Test("a range of IPv6 is one of IPv6")
    func allowedIPv6() throws {
        let rules = AddressRules(allowing: [try #require(AddressRange("fd00::/8"))])
        #expect(rules.permit(try #require(IPAddress("fd12::1"))))
        #expect(!rules.permit(try #require(IPAddress("fe80::1"))))
    }

    @Test(
        "what is no range is refused",
        arguments: [
            "", "10.0.0.0/33", "10.0.0.0/-1", "10.1.2.3/8", "fd00::/129", "example.org", "10.0.0/8",
            "10.0.0.0/", "/8", "fd00::1/8", "10.0.0.0/8/8",
        ])
    func malformed(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(
        "an address is printed as it is usually written",
        arguments: ["10.1.2.3", "2001:db8::1", "::1"])
    func printed(text: String) throws {
        #expect("\(try #require(IPAddress(text)))" == text)
    }

    @Test("an address has one value, however it is spelled")
    func spelled() {
        #expect(IPAddress("::ffff:10.1.2.3") == IPAddress("10.1.2.3"))
        #expect(IPAddress("2001:0db8:0::0001") == IPAddress("2001:db8::1"))
    }

    @Test("what is no address is none", arguments: ["", "1.2.3", "01.2.3.4", "1.2.3.4.5", "[::1]"])
    func noAddress(text: String) {
        #expect(IPAddress(text) == nil)
    }
}
