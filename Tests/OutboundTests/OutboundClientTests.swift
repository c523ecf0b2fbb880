import HTTPTestKit
import HTTPTypes
import Hummingbird
import Outbound
import Testing

@Suite("The way out")
struct OutboundClientTests {
    private let loopback = AddressRules(
        allowing: [AddressRange("127.0.0.0/8")].compactMap(\.self))

    /// A busy machine may take long to connect to itself, which is not what is asked here.
    private func patient(_ resolver: any NameResolver = SystemResolver()) -> OutboundClient {
        OutboundClient(rules: loopback, resolver: resolver, connectLimit: .seconds(60))
    }

    private func trouble(
        of client: OutboundClient, _ url: String, limit: Int = OutboundClient.usualLimit,
        within time: Duration = .seconds(10)
    ) async -> OutboundFailure? {
        do {
            _ = try await client.send(OutboundRequest(.get, url), limit: limit, within: time)
            return nil
        } catch {
            return error
        }
    }

    @Test("an answer comes back as it was sent")
    func answer() async throws {
        let client = patient()
        let answer = try await Peer.serving({ request in
            let body = try await request.body.collect(upTo: 100)
            return Response(Array(body.readableBytesView), [.contentType: "text/x"])
        }) { peer in
            try await client.send(
                OutboundRequest(.post, peer.url, headers: [("X", "y")], body: [1, 2, 3]))
        }
        #expect(answer == OutboundAnswer(status: 200, contentType: "text/x", body: [1, 2, 3]))
    }

    @Test("this machine is not reached unless that is allowed")
    func forbidden() async throws {
        let failure = try await Peer.serving({ _ in Response([1]) }) { peer in
            await trouble(of: OutboundClient(), peer.url)
        }
        guard case .forbiddenAddress("127.0.0.1", _) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test(
        "nor by another spelling of its address",
        arguments: [
            "http://localhost/", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.1/",
            "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://0/",
            "http://017700000001/",
        ])
    func spellings(url: String) async {
        guard case .forbiddenAddress = await trouble(of: OutboundClient(), url) else {
            Issue.record("\(url) was not refused for its address")
            return
        }
    }

    @Test("a host with one forbidden address among others is not reached")
    func mixed() async {
        let resolver = Directory(["mixed.example": ["93.184.216.34", "10.0.0.1"]])
        let failure = await trouble(
            of: OutboundClient(resolver: resolver), "http://mixed.example/")
        #expect(failure == .forbiddenAddress(host: "mixed.example", IPAddress("10.0.0.1")!))
    }

    @Test("the address that was judged is the one connected to, under the host's name")
    func pinned() async throws {
        // Nobody but the directory knows this host: a second look-up would fail.
        let directory = Directory(["judged.example": ["127.0.0.1"]])
        let client = patient(directory)
        let answer = try await Peer.serving({ request in
            Response(Array((request.head.authority ?? "").utf8))
        }) { peer in
            try await client.send(OutboundRequest(.get, "http://Judged.Example:\(peer.port)/"))
        }
        #expect(String(decoding: answer.body, as: UTF8.self).hasPrefix("judged.example:"))
        #expect(directory.questionCount == 1)
    }

    @Test("the next address is tried where nobody listens at the first")
    func second() async throws {
        let directory = Directory(["two.example": ["127.0.0.2", "127.0.0.1"]])
        let client = patient(directory)
        let answer = try await Peer.serving({ _ in Response([7]) }) { peer in
            try await client.send(OutboundRequest(.get, "http://two.example:\(peer.port)/"))
        }
        #expect(answer.body == [7])
    }

    @Test("a redirect is not followed")
    func redirect() async throws {
        let client = patient()
        let answer = try await Peer.serving({ request in
            request.uri.path == "/"
                ? Response([], status: .found, [.location: "/elsewhere"]) : Response([1])
        }) { try await client.send(OutboundRequest(.get, $0.url)) }
        #expect(answer.status == 302)
        #expect(!answer.isSuccess)
    }

    @Test("an endless answer is cut off")
    func endless() async throws {
        let client = patient()
        let failure = try await Peer.serving({ _ in .endless }) { peer in
            await trouble(of: client, peer.url, limit: 10_000)
        }
        #expect(failure == .answerTooLarge(host: "127.0.0.1", limit: 10_000))
    }

    @Test("an answer that is announced as too large is not read at all")
    func announced() async throws {
        let client = patient()
        let failure = try await Peer.serving({ _ in Response(Array(repeating: 0, count: 101)) }) {
            await trouble(of: client, $0.url, limit: 100)
        }
        #expect(failure == .answerTooLarge(host: "127.0.0.1", limit: 100))
    }

    @Test("the time is over also in the middle of an answer")
    func hanging() async throws {
        let client = patient()
        let failure = try await Peer.serving({ _ in .hanging }) { peer in
            await trouble(of: client, peer.url, within: .milliseconds(300))
        }
        #expect(failure == .silence(host: "127.0.0.1", .milliseconds(300)))
    }

    @Test("and while the host's address is looked for")
    func silentResolver() async {
        let client = patient(SilentResolver())
        let failure = await trouble(of: client, "http://x.example/", within: .milliseconds(200))
        #expect(failure == .silence(host: "x.example", .milliseconds(200)))
    }

    @Test("nobody listening is said at once")
    func refused() async throws {
        let client = patient()
        guard case .unreachable("127.0.0.1", _) = await trouble(of: client, "http://127.0.0.1:1/")
        else {
            Issue.record("reached")
            return
        }
    }

    @Test("a host without address is unknown")
    func unknown() async {
        let client = OutboundClient(resolver: Directory([:]))
        #expect(await trouble(of: client, "http://no.example/") == .unknownHost("no.example"))
    }

    @Test(
        "what is no plain http address is refused unread",
        arguments: [
            "", "ftp://example.org/", "file:///etc/passwd", "http://", "http:///x",
            "http://user:secret@example.org/", "http://ex ample.org/", "http://exa_mple.org/",
            "http://[fe80::1%25eth0]/", "unix:///run/docker.sock", "http+unix://%2Frun/",
            "ldap://example.org/cn=x", "//example.org/", "http://пример.рф/",
            "http://example.org/" + String(repeating: "x", count: 3_000),
        ])
    func malformed(url: String) async {
        let resolver = Directory([:])
        let failure = await trouble(of: OutboundClient(resolver: resolver), url)
        guard case .malformedURL = failure else {
            // A host in another script may be turned into A-labels before it is judged.
            #expect(failure == .unknownHost("xn--e1afmkfd.xn--p1ai"), "\(url)")
            return
        }
        #expect(resolver.questionCount == 0)
    }

    @Test("connections are kept, and the host is judged for every request all the same")
    func kept() async throws {
        let directory = Directory(["kept.example": ["127.0.0.1"]])
        let client = patient(directory)
        try await Peer.serving({ _ in Response([1]) }) { peer in
            for _ in 0..<5 {
                _ = try await client.send(
                    OutboundRequest(.get, "http://kept.example:\(peer.port)/"))
            }
        }
        #expect(directory.questionCount == 5)
    }
}
