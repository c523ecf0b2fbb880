/// Where signing in leads back to: a path of this server, nothing else.
struct ReturnAddress: Equatable, Sendable {
    let path: String

    /// Anything that a browser could read as another host leads to the documents instead.
    init(_ wanted: String?) {
        let wanted = wanted ?? ""
        let isOwnPath =
            wanted.hasPrefix("/") && !wanted.hasPrefix("//")
            && wanted.utf8.allSatisfy(Self.isPlain)
        path = isOwnPath ? wanted : "/documents"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
