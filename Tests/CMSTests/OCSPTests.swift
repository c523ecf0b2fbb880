import CMS
import Foundation
import TamgaTestKit
import Testing
import X509

@Suite("OCSP")
struct OCSPTests {
    let office: OpenSSLResponder

    init() throws { office = try OpenSSLResponder() }

    private func asked(nonce: [UInt8]? = [1, 2, 3, 4]) throws -> OCSPRequest {
        try OCSPRequest(
            certificate: office.leaf.certificate, issuer: office.authority.certificate,
            nonce: nonce)
    }

    private func status(_ answer: OCSPResponse) throws -> OCSPSingleResponse.Status? {
        try answer.response(
            for: office.leaf.certificate, issuer: office.authority.certificate)?.status
    }

    @Test("openssl reads a request of ours")
    func request() async throws {
        let answer = try await OpenSSL.run(
            "ocsp", "-reqin", "request", "-req_text", files: ["request": asked().der])
        let serial = try office.leaf.certificate.serialNumber
        let hex = serial.map { String(format: "%02X", $0) }.joined()
        #expect(answer.text.contains("OCSP Nonce"), "\(answer.text) \(answer.complaint)")
        #expect(answer.text.contains(hex.drop { $0 == "0" }))
    }

    @Test("an answer of openssl's says good, by the authority itself")
    func good() async throws {
        let request = try asked()
        let answer = try OCSPResponse(
            der: await office.answer(request, by: office.authority.holder))
        #expect(try status(answer) == .good)
        #expect(try answer.signer(for: office.authority.certificate) == .authority)
        #expect(answer.answers(request) && answer.nonce == request.nonce)
        #expect(abs(answer.producedAt.timeIntervalSinceNow) < 600)
        #expect(answer.responses.first?.nextUpdate != nil)
    }

    @Test("an answer says since when and why a certificate is revoked")
    func revoked() async throws {
        let answer = try OCSPResponse(
            der: await office.answer(asked(), by: office.authority.holder, "revoked"))
        let date = Date(timeIntervalSince1970: 1_767_323_045)
        #expect(try status(answer) == .revoked(at: date, .keyCompromise))
    }

    @Test("an unknown certificate is neither good nor revoked")
    func unknown() async throws {
        let answer = try OCSPResponse(
            der: await office.answer(asked(), by: office.authority.holder, "unknown"))
        #expect(try status(answer) == .unknown)
    }

    @Test(
        "a responder with the authority's certificate for it may answer", arguments: [true, false])
    func delegate(byKey: Bool) async throws {
        let responder = try office.authority.responder()
        let answer = try OCSPResponse(
            der: await office.answer(
                asked(), by: responder, options: byKey ? ["-resp_key_id"] : []))
        let signer = try answer.signer(for: office.authority.certificate)
        #expect(try signer == .delegate(responder.certificate))
        #expect(try responder.certificate.hasNoCheck)
    }

    @Test("who has no certificate for it, or another authority's, or an expired one, may not")
    func impostors() async throws {
        let other = try TestAuthority()
        for impostor in [
            try office.authority.responder(.timeStamping), try office.authority.leaf(),
            try other.responder(),
            try office.authority.responder(now: Date() - 10 * 86_400),
        ] {
            let answer = try OCSPResponse(der: await office.answer(asked(), by: impostor))
            #expect(try answer.signer(for: office.authority.certificate) == nil)
        }
    }

    @Test("an altered answer is nobody's")
    func altered() async throws {
        let der = try await office.answer(asked(), by: office.authority.holder, "revoked")
        // [1] revoked becomes [0] good with something inside: refused before any signature.
        var reason = der
        let position = der.indices.first { der[$0...].starts(with: [0x0A, 1, 1]) }
        reason[try #require(position) + 2] = 4
        let answer = try OCSPResponse(der: reason)
        #expect(try answer.signer(for: office.authority.certificate) == nil)
    }

    @Test("another nonce, or another certificate, is no answer to the request")
    func otherRequest() async throws {
        let answer = try OCSPResponse(
            der: await office.answer(asked(), by: office.authority.holder))
        #expect(try !answer.answers(asked(nonce: [9])))
        let other = try OCSPRequest(
            certificate: office.authority.leaf().certificate,
            issuer: office.authority.certificate, nonce: [1, 2, 3, 4])
        #expect(!answer.answers(other))
    }

    @Test("a refusal of the responder is unsupported", arguments: [1, 2, 3, 5, 6] as [UInt8])
    func refusal(status: UInt8) {
        #expect(throws: CMSError(.unsupported, "")) {
            try OCSPResponse(der: [0x30, 3, 0x0A, 1, status])
        }
    }

    @Test("an answer cut short at any byte is refused")
    func truncations() async throws {
        let der = try await office.answer(asked(), by: office.authority.holder)
        for length in der.indices {
            #expect(throws: CMSError.self) { try OCSPResponse(der: Array(der.prefix(length))) }
        }
    }
}

/// openssl as a responder that reads an index of certificates.
struct OpenSSLResponder {
    let authority: TestAuthority
    let leaf: TestAuthority.Holder

    init() throws {
        authority = try TestAuthority()
        leaf = try authority.leaf()
    }

    func answer(
        _ request: OCSPRequest, by signer: TestAuthority.Holder, _ state: String = "good",
        options: [String] = []
    ) async throws -> [UInt8] {
        var files = authority.holder.files("root").merging(signer.files("signer")) { $1 }
        files["request"] = request.der
        files["index"] = Array((try line(state) ?? "").utf8)
        return try await OpenSSL.run(
            [
                "ocsp", "-index", "index", "-CA", "root.pem", "-rsigner", "signer.pem", "-rkey",
                "signer-key.pem", "-reqin", "request", "-respout", "answer", "-ndays", "1",
            ] + options, files: files, read: "answer"
        ).output
    }

    private func line(_ state: String) throws -> String? {
        let serial = try leaf.certificate.serialNumber.map { String(format: "%02X", $0) }.joined()
        switch state {
        case "good": return "V\t300101000000Z\t\t\(serial)\tunknown\t/CN=Leaf\n"
        case "revoked":
            return
                "R\t300101000000Z\t260102030405Z,keyCompromise\t\(serial)\tunknown\t/CN=Leaf\n"
        default: return nil
        }
    }
}
