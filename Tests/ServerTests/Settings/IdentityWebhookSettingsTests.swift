import Foundation
import TamgaTestKit
import Testing

@testable import Server

@Suite("The settings of an identity provider")
struct IdentityWebhookSettingsTests {
    private static let secret = [UInt8](repeating: 7, count: 32)
    private static let spelled = "whsec_" + Data(secret).base64EncodedString()
    private let url = "https://identity.example/check"

    private func settings(_ secret: String?, url: String? = nil) throws -> IdentityWebhookSettings?
    {
        var environment = ["TAMGA_IDENTITY_WEBHOOK": url ?? self.url]
        environment["TAMGA_IDENTITY_WEBHOOK_SECRET"] = secret
        return try Settings(environment: environment).identityWebhook
    }

    @Test("without a URL there is none, secret or not")
    func none() throws {
        let settings = try Settings(environment: ["TAMGA_IDENTITY_WEBHOOK_SECRET": "x"])
        #expect(settings.identityWebhook == nil)
    }

    @Test("URL and secret are taken from the environment")
    func environment() throws {
        let webhook = try #require(try settings(Self.spelled))
        #expect(webhook.url == url && webhook.secret == Self.secret)
    }

    @Test("the secret may lie in a file")
    func file() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array((Self.spelled + "\n").utf8), as: "secret")
        let settings = try Settings(
            flags: [.identityWebhook: url],
            environment: ["TAMGA_IDENTITY_WEBHOOK_SECRET_FILE": path])
        #expect(settings.identityWebhook?.secret == Self.secret)
    }

    @Test(
        "a URL without a sound secret is refused, with the way to make one",
        arguments: [
            nil, "", "whsec_", "s3cret", "whsec_!!!!", "whsec_c2hvcnQ=",
            "whsec_" + Data(repeating: 1, count: 65).base64EncodedString(),
        ])
    func secrets(secret: String?) {
        let error = #expect(throws: SettingError.self) { try settings(secret) }
        #expect(error?.description.contains("openssl rand -base64 32") == true)
    }

    @Test(
        "what is no address of the web is refused",
        arguments: [
            "identity.example", "ftp://identity.example/", "https://", "https://u:p@x.example",
        ])
    func urls(url: String) {
        let error = #expect(throws: SettingError.self) { try settings(Self.spelled, url: url) }
        #expect(error?.description.hasPrefix("identity-webhook: ") == true)
    }
}
