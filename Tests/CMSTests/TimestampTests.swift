import CMS
import Foundation
import TamgaTestKit
import Testing

/// A time-stamping authority of a test: its certificate, its authority, its signer.
struct TimeOffice {
    static let policy = "2.25.329800735698586629295641978511506172918"

    let authority: TestAuthority
    let holder: TestAuthority.Holder
    let signer: TimestampSigner

    init() throws {
        authority = try TestAuthority()
        holder = try authority.timestamping()
        signer = try TimestampSigner(
            certificate: holder.der, chain: [], key: holder.key, policy: Self.policy)
    }

    static let now = Date(timeIntervalSince1970: 1_790_000_000.25)

    func token(_ request: TimestampRequest) throws -> TimestampToken {
        let response = try signer.response(to: request, serial: [7, 1], at: Self.now)
        return try response.token(for: request)
    }
}

func request(
    _ bytes: [UInt8] = document, nonce: [UInt8]? = [0x80, 1, 2], certReq: Bool = true,
    policy: String? = nil
) throws -> TimestampRequest {
    try TimestampRequest(imprint: sha256(bytes), nonce: nonce, certReq: certReq, policy: policy)
}

@Suite("Timestamps")
struct TimestampTests {
    let office: TimeOffice

    init() throws { office = try TimeOffice() }

    @Test("openssl verifies a token of ours for its query and its data")
    func opensslVerifies() async throws {
        let asked = try request()
        let response = try office.signer.response(to: asked, serial: [9], at: Date())
        var files = office.authority.holder.files("root")
        files["query"] = asked.der
        files["reply"] = response.der
        files["document"] = document
        for options in [["-queryfile", "query"], ["-data", "document"]] {
            let answer = try await OpenSSL.run(
                ["ts", "-verify", "-in", "reply", "-CAfile", "root.pem"] + options, files: files)
            #expect(answer.succeeded, "\(answer.complaint)")
        }
    }

    @Test("openssl reads time, serial number, accuracy and policy of a token of ours")
    func opensslReads() async throws {
        let response = try office.signer.response(
            to: request(nonce: [0xAB, 0xCD]), serial: [0x12, 0x34], at: TimeOffice.now,
            accuracy: TimestampAccuracy(seconds: 1, milliseconds: 500))
        let answer = try await OpenSSL.run(
            "ts", "-reply", "-in", "reply", "-text", files: ["reply": response.der])
        for line in [
            "Status: Granted.", "Policy OID: \(TimeOffice.policy)", "Serial number: 0x1234",
            "Time stamp: Sep 21 14:13:20.25 2026 GMT", "Nonce: 0xABCD",
            "Accuracy: 0x01 seconds, 0x01F4 millis, unspecified micros",
        ] { #expect(answer.text.contains(line), "\(line)\n\(answer.text)") }
    }

    @Test("openssl reads a request of ours and a rejection")
    func opensslReadsOthers() async throws {
        let asked = try request(nonce: [0xAB, 0xCD], policy: "1.2.3.4")
        let query = try await OpenSSL.run(
            "ts", "-query", "-in", "query", "-text", files: ["query": asked.der])
        #expect(query.text.contains("Certificate required: yes"))
        #expect(query.text.contains("Nonce: 0xABCD") && query.text.contains("1.2.3.4"))

        let response = try office.signer.response(to: asked, serial: [1], at: Date())
        let reply = try await OpenSSL.run(
            "ts", "-reply", "-in", "reply", "-text", files: ["reply": response.der])
        #expect(reply.text.contains("Status: Rejected."))
        #expect(reply.text.contains("unacceptedPolicy") || reply.text.contains("policy"))
    }

    @Test("a token that openssl makes is read and verified", arguments: ["sha256", "sha512"])
    func foreignToken(digest: String) async throws {
        let asked = try request()
        let response = try await OpenSSLTimeOffice(office.holder, digest: digest).reply(to: asked)
        let token = try TimestampResponse(der: response).token(for: asked)
        #expect(token.verify(message: document) == SignatureVerdict())
        #expect(token.info.policy == "1.2.3.4.1" && token.info.nonce == asked.nonce)
        #expect(token.info.accuracy == TimestampAccuracy(seconds: 2, milliseconds: 30))
        #expect(token.info.ordering && abs(token.info.genTime.timeIntervalSinceNow) < 600)
    }

    @Test("a rejection of openssl's is read")
    func foreignRejection() async throws {
        let asked = try request(policy: "1.2.3.4.99")
        let response = try await OpenSSLTimeOffice(office.holder, digest: "sha256")
            .reply(to: asked)
        guard case .rejected(let rejection) = try TimestampResponse(der: response) else {
            Issue.record("a token was granted")
            return
        }
        #expect(rejection.status == 2 && rejection.failure == .unacceptedPolicy)
        #expect(rejection.text.contains("policy"))
    }

    @Test("the room for a token is what one needs, nearly to the byte")
    func room() throws {
        let asked = try request(nonce: [UInt8](repeating: 0x55, count: 20))
        let token = try office.signer.response(
            to: asked, serial: [UInt8](repeating: 0x66, count: 20), at: TimeOffice.now)
        guard case .granted(let granted) = token else { throw CMSError(.malformed, "rejected") }
        let spare = office.signer.maximumByteCount() - granted.der.count
        #expect((0...40).contains(spare), "\(spare)")
    }

    @Test("a certificate that is not for timestamps alone makes no authority")
    func wrongCertificate() throws {
        for holder in [
            try office.authority.leaf(), try office.authority.timestamping(isCritical: false),
        ] {
            #expect(throws: CMSError(.unexpectedStructure, "")) {
                try TimestampSigner(
                    certificate: holder.der, chain: [], key: holder.key, policy: "1.2.3")
            }
        }
    }

    @Test(
        "a time is written without the zeros that end its fraction",
        arguments: [(0.5, "20260921141320.5Z"), (0, "20260921141320Z"), (0.007, "141320.007Z")])
    func fractions(fraction: Double, text: String) throws {
        let now = Date(timeIntervalSince1970: 1_790_000_000 + fraction)
        let response = try office.signer.response(to: request(), serial: [1], at: now)
        guard case .granted(let token) = response else { throw CMSError(.malformed, "rejected") }
        #expect(abs(token.info.genTime.timeIntervalSince(now)) < 0.0015)
        #expect(token.signedData.content?.contains(Array(text.utf8)) == true)
    }
}

/// openssl's own authority, with a configuration of its own.
struct OpenSSLTimeOffice {
    private var files: [String: [UInt8]]
    private let digest: String

    init(_ holder: TestAuthority.Holder, digest: String) {
        files = holder.files("tsa")
        self.digest = digest
        let configuration = """
            [tsa]
            default_tsa = office
            [office]
            serial = serial
            signer_cert = tsa.pem
            signer_key = tsa-key.pem
            signer_digest = \(digest)
            default_policy = 1.2.3.4.1
            digests = sha1, sha256, sha384, sha512
            accuracy = secs:2, millisecs:30
            ordering = yes
            ess_cert_id_chain = no
            ess_cert_id_alg = sha256
            """
        files["configuration"] = Array(configuration.utf8)
        files["serial"] = Array("0A\n".utf8)
    }

    func reply(to request: TimestampRequest) async throws -> [UInt8] {
        try await OpenSSL.run(
            "ts", "-reply", "-config", "configuration", "-queryfile", "query", "-out", "reply",
            files: files.merging(["query": request.der]) { $1 }, read: "reply"
        ).output
    }
}
