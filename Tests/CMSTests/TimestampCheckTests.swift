import CMS
import Foundation
import TamgaTestKit
import Testing

@Suite("A token is checked before it is embedded")
struct TimestampCheckTests {
    let office: TimeOffice

    init() throws { office = try TimeOffice() }

    @Test("the answer to the request passes")
    func passes() throws {
        let asked = try request(policy: TimeOffice.policy)
        let token = try office.token(asked)
        #expect(token.certificate?.der == office.holder.der)
        #expect(token.info.serialNumber == [7, 1] && token.info.genTime == TimeOffice.now)
    }

    @Test("a rejection is named with the authority's words")
    func rejected() throws {
        let asked = try request(policy: "1.2.3.4")
        let response = try office.signer.response(to: asked, serial: [1], at: TimeOffice.now)
        let read = try TimestampResponse(der: response.der)
        #expect {
            try read.token(for: asked)
        } throws: { error in
            guard case TimestampFault.rejected(let rejection) = error else { return false }
            return rejection.failure == .unacceptedPolicy
                && rejection.text.contains(TimeOffice.policy)
        }
    }

    @Test("a token of other bytes is named")
    func imprint() throws {
        let token = try office.token(request([1]))
        #expect(throws: TimestampFault.imprintDiffers) { try token.check(against: request()) }
    }

    @Test("a token played again is named by its nonce")
    func nonce() throws {
        let token = try office.token(request(nonce: [1]))
        #expect(throws: TimestampFault.nonceDiffers) {
            try token.check(against: request(nonce: [2]))
        }
        let without = try office.token(request(nonce: nil))
        #expect(throws: TimestampFault.nonceDiffers) { try without.check(against: request()) }
    }

    @Test("a token under another policy is named")
    func policy() throws {
        let token = try office.token(request())
        #expect(throws: TimestampFault.policyDiffers) {
            try token.check(against: request(policy: "1.2.3.4"))
        }
    }

    @Test("a token without its authority's certificate is named")
    func certificate() throws {
        let asked = try request(certReq: false)
        #expect(throws: TimestampFault.certificateMissing) { try office.token(asked) }
    }

    @Test("a token whose signature was altered is named")
    func signature() throws {
        let asked = try request()
        var der = try office.token(asked).der
        der[der.count - 3] ^= 1
        let token = try TimestampToken(der: der)
        #expect(throws: TimestampFault.wrong([.signatureWrong])) {
            try token.check(against: asked)
        }
    }

    @Test("a token whose time was altered is named")
    func time() throws {
        let asked = try request()
        var der = try office.token(asked).der
        let time = Array("20260921".utf8)
        let found = der.indices.first { der[$0...].starts(with: time) }
        der[try #require(found) + 3] = UInt8(ascii: "5")
        let token = try TimestampToken(der: der)
        #expect(throws: TimestampFault.wrong([.messageDigestDiffers])) {
            try token.check(against: asked)
        }
    }

    @Test("a token by a certificate that is not for timestamps is named")
    func purpose() async throws {
        let asked = try request()
        let token = try office.token(asked)
        let other = try office.authority.leaf()
        let forged = try await Forgery.token(token, by: other)
        #expect(throws: TimestampFault.wrong([.certificateNotForTimestamps])) {
            try forged.check(against: asked)
        }
    }

    @Test("a token that rests on SHA-1 is named")
    func weak() async throws {
        let asked = try TimestampRequest(
            imprint: DigestAlgorithm.sha1.hash(document), algorithm: .sha1, nonce: nil)
        let reply = try await OpenSSLTimeOffice(office.holder, digest: "sha256").reply(to: asked)
        #expect(throws: TimestampFault.weak([.imprintDigest(.sha1)])) {
            try TimestampResponse(der: reply).token(for: asked)
        }
    }

    @Test("we make no token over a weak or unknown digest, of a wrong length, with extensions")
    func refusals() throws {
        let weak = try TimestampRequest(
            imprint: DigestAlgorithm.sha1.hash(document), algorithm: .sha1, nonce: nil)
        #expect(try failure(weak) == .badAlgorithm)

        // SHA-256's last arc becomes one that nobody has given yet.
        let unknown = try altered { $0[19] = 0x7E }
        #expect(try failure(unknown) == .badAlgorithm)
        // SHA-512's identifier over a digest of 32 bytes.
        let short = try altered { $0[19] = 0x03 }
        #expect(try failure(short) == .badDataFormat)

        let extended = try TimestampRequest(
            der: [0x30, request().der[1] + 2] + request().der.dropFirst(2) + [0xA0, 0])
        #expect(try failure(extended) == .unacceptedExtension)
    }

    private func altered(_ change: (inout [UInt8]) -> Void) throws -> TimestampRequest {
        var der = try request().der
        #expect(der[19] == 0x01, "the last arc of SHA-256 stands elsewhere")
        change(&der)
        return try TimestampRequest(der: der)
    }

    private func failure(_ request: TimestampRequest) throws -> TimestampRejection.Failure? {
        let response = try office.signer.response(to: request, serial: [1], at: TimeOffice.now)
        guard case .rejected(let rejection) = response else { return nil }
        return rejection.failure
    }
}
