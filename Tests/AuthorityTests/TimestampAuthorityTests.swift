import Authority
import CMS
import Domain
import Foundation
import TamgaTestKit
import Testing

@Suite("The server's own time-stamping authority")
struct TimestampAuthorityTests {
    let data = Array("what was there".utf8)

    @Test("openssl verifies a token up to the root")
    func token() async throws {
        let test = try TestTimestamps()
        let token = try await test.timestamps.token(over: ContentHash(of: data))
        let answer = try await test.verifies(["-token_in", "-in", "token"], ["token": token])
        #expect(answer.succeeded, "\(answer.complaint)")
    }

    @Test("openssl verifies the answer to its own request, with nonce and certificate")
    func answer() async throws {
        let test = try TestTimestamps()
        let query = try await OpenSSL.run(
            "ts", "-query", "-data", "data", "-sha384", "-cert", files: ["data": data])
        let reply = try await test.timestamps.answer(to: query.output)
        let answer = try await test.verifies(
            ["-in", "reply", "-queryfile", "query"], ["reply": reply, "query": query.output])
        #expect(answer.succeeded, "\(answer.complaint)")
    }

    @Test("a token says when, to the second, and how exactly")
    func time() async throws {
        let test = try TestTimestamps()
        let reply = try await test.timestamps.answer(
            to: TimestampRequest(imprint: ContentHash(of: data).bytes, nonce: [7]).der)
        let text = try await OpenSSL.run(
            "ts", "-reply", "-in", "reply", "-text", files: ["reply": reply]
        ).text
        #expect(text.contains("Time stamp: May 28 20:26:40 2026 GMT"), "\(text)")
        #expect(text.contains("Accuracy: 0x01 seconds"))
        #expect(text.contains("Policy OID: 2.25."))
    }

    @Test("no two tokens have one serial number, not even within one instant")
    func serials() async throws {
        let test = try TestTimestamps()
        var serials: Set<[UInt8]> = []
        for _ in 0..<20 {
            let token = try await test.timestamps.token(over: ContentHash(of: data))
            serials.insert(try TimestampToken(der: token).info.serialNumber)
        }
        #expect(serials.count == 20)
    }

    @Test("a token takes no more room than was said")
    func room() async throws {
        let test = try TestTimestamps()
        for _ in 0..<20 {
            let token = try await test.timestamps.token(over: ContentHash(of: data))
            #expect(token.count <= test.timestamps.tokenRoom)
        }
    }

    @Test("the certificate is for timestamps alone, and says so critically")
    func certificate() async throws {
        let test = try TestTimestamps()
        let text = try await TestAuthority.text(test.authority.certificate("tsa"))
        #expect(text.contains("X509v3 Extended Key Usage: critical"))
        #expect(text.contains("Time Stamping\n"))
        #expect(text.contains("X509v3 Key Usage: critical\n                Digital Signature\n"))
    }

    @Test(
        "what cannot be granted is rejected with its reason",
        arguments: [
            ("a weak hash function", Rejected.weakHash, TimestampRejection.Failure.badAlgorithm),
            ("another policy", .otherPolicy, .unacceptedPolicy),
            ("no request at all", .noise, .badDataFormat),
        ])
    func rejections(
        name: String, request: Rejected, failure: TimestampRejection.Failure
    ) async throws {
        let test = try TestTimestamps()
        let reply = try await test.timestamps.answer(to: request.der)
        guard case .rejected(let rejection) = try TimestampResponse(der: reply) else {
            Issue.record("\(name) was granted")
            return
        }
        #expect(rejection.failure == failure)
    }

    enum Rejected {
        case weakHash, otherPolicy, noise

        var der: [UInt8] {
            get throws {
                switch self {
                case .weakHash:
                    try TimestampRequest(
                        imprint: Array(repeating: 1, count: 20), algorithm: .sha1, nonce: nil
                    ).der
                case .otherPolicy:
                    try TimestampRequest(
                        imprint: Array(repeating: 1, count: 32), nonce: nil, policy: "1.2.3.4"
                    ).der
                case .noise: [0x30, 0x03, 0x02, 0x01]
                }
            }
        }
    }
}

/// A time-stamping authority of a test authority, whose clock is moved by hand.
struct TestTimestamps {
    let authority: TestAuthority
    let clock: StubClock
    let timestamps: EmbeddedTimestampAuthority

    init(in authority: TestAuthority? = nil, at now: Instant = TestAuthority.now) throws {
        self.authority = try authority ?? TestAuthority()
        clock = StubClock(now)
        timestamps = try EmbeddedTimestampAuthority(
            self.authority.authority, markFile: self.authority.folder.file("mark"), clock: clock,
            randomness: SystemRandomness())
    }

    /// `openssl ts -verify` over the data of the tests.
    func verifies(
        _ arguments: [String], _ files: [String: [UInt8]]
    ) async throws -> OpenSSL.Answer {
        var files = try files.merging(authority.trust) { $1 }
        files["data"] = Array("what was there".utf8)
        let source = arguments.contains("-queryfile") ? [] : ["-data", "data"]
        return try await OpenSSL.run(
            ["ts", "-verify"] + arguments + source + [
                "-CAfile", "root.crt", "-untrusted", "issuing.crt", "-attime",
                "\(TestAuthority.now.seconds)",
            ], files: files)
    }
}
