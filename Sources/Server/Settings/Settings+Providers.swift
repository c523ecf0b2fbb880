import Delivery
import Domain
import Identity
import Logging
import Outbound

// Who does outside of the server what the operator has named somebody for.
extension Settings {
    func messenger() throws -> any PhoneMessenger {
        guard let phoneGateway else { return try Workplace.spool(self) }
        // What is sent there is other people's text: only the address is the operator's.
        let rules = AddressRules(allowing: outboundRules.allowed + phoneGateway.allowed)
        return GatewayMessenger(phoneGateway, by: OutboundClient(rules: rules))
    }

    func identityProvider(
        codeKey: CodeKey, _ clock: any WallClock, _ randomness: any Randomness
    ) -> any IdentityProvider {
        guard let identityWebhook else { return ContactIdentity(key: codeKey) }
        let logger = Logger(label: "tamga.identity")
        return WebhookIdentity(
            // The operator has chosen this address: it may lie in his own network.
            url: identityWebhook.url, by: OutboundClient(rules: .anywhere),
            signer: WebhookSigner(secret: identityWebhook.secret), clock: clock,
            randomness: randomness
        ) { trouble in
            logger.warning(
                "an identity could not be checked", metadata: ["reason": "\(trouble.reason)"])
        }
    }
}
