import Domain
import FoundationEssentials
import HTTPCommon
import HummingbirdCore

/// `POST /v1/signature/aes/confirm`: the code, for a certificate and its key.
enum ConfirmCertificate {
    struct Request {
        let issue: Int32
        let code: String

        init(_ body: JSONField) throws(Refusal) {
            issue = try body.member("issue").member("id").int32()
            code = try Self.code(body.member("code"))
        }

        /// Six digits; a JSON number has lost its leading zeros.
        private static func code(_ field: JSONField) throws(Refusal) -> String {
            var digits: String
            if case .number(let number) = field.value {
                digits = String(repeating: "0", count: max(0, 6 - number.count)) + number
            } else {
                digits = try field.string().filter { !$0.isWhitespace }
            }
            guard !digits.isEmpty else { throw .invalid(path: field.path, .blank) }
            guard digits.count == 6, digits.allSatisfy({ ("0"..."9").contains($0) }) else {
                throw field.malformed
            }
            return digits
        }
    }

    struct Reply: JSONWritable {
        let credential: Credential

        func write(to text: inout JSONText) {
            let facts = credential.certificate.facts
            text.object {
                $0.member("commonName", facts.commonName)
                $0.member("key", Data(credential.privateKey).base64EncodedString())
                $0.member("thumbprint", facts.thumbprint)
                $0.member("validFromDate", WireDate.plain(facts.notBefore))
                $0.member("validToDate", WireDate.plain(facts.notAfter))
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let request = try Request(await call.request.jsonBody())
        let credential = try await Domain.ConfirmCertificate(call.ports)(
            request: request.issue, code: request.code, by: actor)
        return Response(json: Reply(credential: credential))
    }
}
