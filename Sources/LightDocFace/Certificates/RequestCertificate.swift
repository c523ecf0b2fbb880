import Domain
import HTTPCommon
import HummingbirdCore

/// `POST /v1/signature/aes/issue`: mails a code to the token's user.
enum RequestCertificate {
    struct Reply: JSONWritable {
        let confirmation: Confirmation

        func write(to text: inout JSONText) {
            let lifetime = confirmation.expiresAt.seconds - confirmation.requestedAt.seconds
            text.object {
                $0.key("issue")
                $0.object { $0.member("id", Int(confirmation.number)) }
                $0.key("confirmation")
                $0.object {
                    $0.member("remainingSeconds", Int(lifetime))
                    $0.member("expiry", WireDate.precise(confirmation.expiresAt))
                    $0.member("maxAttempts", confirmation.purpose.maximumAttempts)
                }
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let confirmation = try await Domain.RequestCertificate(call.ports)(
            language: .russian, by: actor)
        return Response(json: Reply(confirmation: confirmation))
    }
}
