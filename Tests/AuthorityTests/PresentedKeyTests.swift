import Authority
import Domain
import Foundation
import TamgaTestKit
import Testing

@Suite("Keys that clients present")
struct PresentedKeyTests {
    private func issue(_ kind: TamgaAuthority.KeptKey) async throws
        -> (TamgaAuthority, Credential)
    {
        let authority = try TestAuthority(kind).authority
        let credential = try await authority.issueForKeeping(
            .sample(.personal), at: TestAuthority.now)
        return (authority, credential)
    }

    @Test(
        "the key that was issued is accepted as it was sent",
        arguments: [TamgaAuthority.KeptKey.p256, .rsa2048])
    func asSent(kind: TamgaAuthority.KeptKey) async throws {
        let (authority, credential) = try await issue(kind)
        let text = Data(credential.privateKey).base64EncodedString()
        let accepted = authority.credential(credential.certificate, presentedKey: text)
        #expect(accepted?.privateKey == credential.privateKey)
    }

    @Test("PEM armour and line breaks are tolerated")
    func armoured() async throws {
        let (authority, credential) = try await issue(.rsa2048)
        let lines = Data(credential.privateKey).base64EncodedString(
            options: [.lineLength64Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        let text = "-----BEGIN PRIVATE KEY-----\r\n\(lines)\r\n-----END PRIVATE KEY-----\r\n"
        #expect(authority.credential(credential.certificate, presentedKey: text) != nil)
    }

    @Test("another certificate's key is refused")
    func foreign() async throws {
        let (authority, credential) = try await issue(.p256)
        let (_, other) = try await issue(.p256)
        let text = Data(other.privateKey).base64EncodedString()
        #expect(authority.credential(credential.certificate, presentedKey: text) == nil)
    }

    @Test(
        "what is no key is refused",
        arguments: ["", "AAAA", "not base64!", "-----BEGIN PRIVATE KEY-----", "MIIB\0"])
    func malformed(text: String) async throws {
        let (authority, credential) = try await issue(.p256)
        #expect(authority.credential(credential.certificate, presentedKey: text) == nil)
    }

    @Test("a key whose private half is another's is refused")
    func grafted() async throws {
        let (authority, credential) = try await issue(.rsa2048)
        let mine = credential.privateKey
        // Modulus and exponent end with the INTEGER 65537; what follows is private.
        let exponent: [UInt8] = [0x02, 0x03, 0x01, 0x00, 0x01]
        let split =
            try #require(
                mine.indices.first { mine[$0...].starts(with: exponent) }) + exponent.count
        var other: [UInt8] = []
        while other.count != mine.count {
            other = try await authority.issueForKeeping(.sample(.personal), at: TestAuthority.now)
                .privateKey
        }
        let text = Data(mine[..<split] + other[split...]).base64EncodedString()
        #expect(authority.credential(credential.certificate, presentedKey: text) == nil)
    }

    @Test("a credential is printed without its key")
    func printed() async throws {
        let (_, credential) = try await issue(.p256)
        #expect("\(credential)" == "Credential(\(credential.certificate.facts.serial))")
    }
}
