import CMS
import Foundation
import HTTPTestKit
import HTTPTypes
import Hummingbird
import Outbound
import TamgaTestKit
import Testing

@Suite("Asking a time-stamping authority", .serialized)
struct TimestampClientTests {
    private let digest = DigestAlgorithm.sha256.hash(Array("what was there".utf8))

    private func client(_ url: String, silence: Duration = .seconds(60)) -> TimestampClient {
        TimestampClient(url: url, by: .patient, silence: silence) {
            (0..<$0).map { _ in UInt8.random(in: 0...255) }
        }
    }

    /// What comes of a token asked from a peer that answers so.
    private func outcome(
        silence: Duration = .seconds(60),
        _ answer: @escaping @Sendable ([UInt8]) async throws -> Response
    ) async throws -> Result<TimestampToken, TimestampClientFailure> {
        try await Peer.serving({ request in
            let body = try await request.body.collect(upTo: 10_000)
            return try await answer(Array(body.readableBytesView))
        }) { peer in
            do throws(TimestampClientFailure) {
                return .success(
                    try await client(peer.url, silence: silence).token(over: digest))
            } catch {
                return .failure(error)
            }
        }
    }

    private func failure(
        silence: Duration = .seconds(60),
        _ answer: @escaping @Sendable ([UInt8]) async throws -> Response
    ) async throws -> TimestampClientFailure? {
        guard case .failure(let failure) = try await outcome(silence: silence, answer) else {
            return nil
        }
        return failure
    }

    @Test("openssl's authority gives a token over our digest")
    func openssl() async throws {
        let authority = try await OpenSSLAuthority()
        let token = try await outcome { Response(try await authority.reply(to: $0)) }.get()
        #expect(token.info.imprint.digest == digest)
        #expect(token.info.nonce?.isEmpty == false)
    }

    @Test("a token for another nonce is refused")
    func nonce() async throws {
        let authority = try await OpenSSLAuthority()
        let other = try TimestampRequest(imprint: digest, nonce: [1, 2, 3])
        let failure = try await failure { _ in Response(try await authority.reply(to: other.der)) }
        #expect(failure == .refused(.nonceDiffers))
    }

    @Test("a token over other data is refused")
    func imprint() async throws {
        let authority = try await OpenSSLAuthority()
        let failure = try await failure { query in
            let nonce = try TimestampRequest(der: query).nonce
            let other = try TimestampRequest(
                imprint: Array(repeating: 0, count: 32), nonce: nonce)
            return Response(try await authority.reply(to: other.der))
        }
        #expect(failure == .refused(.imprintDiffers))
    }

    @Test("a token without the authority's certificate is refused")
    func withoutCertificate() async throws {
        let authority = try await OpenSSLAuthority()
        let failure = try await failure { query in
            let asked = try TimestampRequest(der: query)
            let bare = try TimestampRequest(
                imprint: asked.imprint.digest, nonce: asked.nonce, certReq: false)
            return Response(try await authority.reply(to: bare.der))
        }
        #expect(failure == .refused(.certificateMissing))
    }

    @Test("a token whose signature was tampered with is refused")
    func tampered() async throws {
        let authority = try await OpenSSLAuthority()
        let failure = try await failure { query in
            var reply = try await authority.reply(to: query)
            reply[reply.count - 1] ^= 1
            return Response(reply)
        }
        guard case .refused(.wrong) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test("a rejection is passed on in the authority's own words")
    func rejected() async throws {
        let rejection = TimestampRejection(.timeNotAvailable, "come back tomorrow")
        let failure = try await failure { _ in Response(TimestampResponse.rejected(rejection).der) }
        #expect(failure == .refused(.rejected(rejection)))
    }

    @Test("an authority that hangs is silent after the time", arguments: [true, false])
    func silent(sendsHead: Bool) async throws {
        let failure = try await failure(silence: .milliseconds(300)) { _ in
            if !sendsHead { try await Task.sleep(for: .seconds(30)) }
            return .hanging
        }
        #expect(
            failure == .unreachable(.silence(host: "127.0.0.1", .milliseconds(300))))
    }

    @Test("an endless answer, a page, a redirect and an error are no tokens")
    func noTokens() async throws {
        let endless = try await failure { _ in .endless }
        #expect(
            endless
                == .unreachable(
                    .answerTooLarge(host: "127.0.0.1", limit: OutboundClient.usualLimit)))
        let page = try await failure { _ in Response(Array("<html>".utf8)) }
        guard case .malformed = page else {
            Issue.record("\(String(describing: page))")
            return
        }
        let redirect = try await failure { _ in
            Response([], status: .found, [.location: "http://127.0.0.1/"])
        }
        #expect(redirect == .status(302))
        let error = try await failure { _ in Response([], status: .internalServerError) }
        #expect(error == .status(500))
    }
}

/// A time-stamping authority made of the openssl command.
struct OpenSSLAuthority: Sendable {
    private let folder: TemporaryFolder

    init() async throws {
        folder = try TemporaryFolder()
        try folder.write(Array(Self.configuration.utf8), as: "tsa.cnf")
        try folder.write(Array("01\n".utf8), as: "serial")
        try await openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", folder.file("tsa.key"), "-out", folder.file("tsa.crt"), "-days", "2",
            "-subj", "/CN=Foreign TSA", "-config", folder.file("tsa.cnf"))
    }

    func reply(to query: [UInt8]) async throws -> [UInt8] {
        let name = UUID().uuidString
        try folder.write(query, as: "\(name).tsq")
        try await openssl(
            "ts", "-reply", "-queryfile", folder.file("\(name).tsq"), "-out",
            folder.file("\(name).tsr"), "-config", folder.file("tsa.cnf"), "-signer",
            folder.file("tsa.crt"), "-inkey", folder.file("tsa.key"))
        return try folder.read("\(name).tsr")
    }

    private func openssl(_ arguments: String...) async throws {
        let answer = try await OutsideTool.run(
            "sh", ["-c", "cd \"$0\" && exec openssl \"$@\"", folder.path] + arguments)
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
    }

    private static let configuration = """
        [req]
        distinguished_name = name
        x509_extensions = certificate
        [name]
        [certificate]
        basicConstraints = critical,CA:FALSE
        keyUsage = critical,digitalSignature
        extendedKeyUsage = critical,timeStamping
        subjectKeyIdentifier = hash
        [tsa]
        default_tsa = here
        [here]
        serial = serial
        default_policy = 1.2.3.4.1
        digests = sha256,sha384
        signer_digest = sha256
        ess_cert_id_alg = sha256
        """
}
