import Domain
import HTTPCommon
import HTTPTypes
import HummingbirdCore

/// `POST /oauth/token`: tokens for a program (RFC 6749 §4.3, §6).
enum IssueTokens {
    enum Grant {
        case password
        case refresh(String)

        /// The pair that the vendor documents stands in for a person's.
        private static let documentedPair = ["api", "nopassword"]

        init(_ form: QueryItems) throws {
            switch try form.first("grant_type") {
            case nil: throw TokenError.invalidRequest("grant_type is missing")
            case "password":
                guard try [form.first("username"), form.first("password")] == Self.documentedPair
                else { throw TokenError.invalidGrant("username or password is wrong") }
                self = .password
            case "refresh_token":
                guard let token = try form.first("refresh_token") else {
                    throw TokenError.invalidRequest("refresh_token is missing")
                }
                self = .refresh(token)
            default: throw TokenError.unsupportedGrantType
            }
        }
    }

    struct Reply: JSONWritable {
        let tokens: GrantedTokens

        func write(to text: inout JSONText) {
            text.object {
                $0.member("access_token", tokens.access.text)
                $0.member("token_type", "bearer")
                $0.member("refresh_token", tokens.refresh.text)
                // Whole seconds that are left when the answer arrives.
                $0.member("expires_in", Int(TokenPair.accessSeconds) - 1)
                $0.member("scope", "read write")
                $0.member("jti", "\(tokens.id)".lowercased())
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        do {
            return try await issue(call)
        } catch let error as TokenError {
            return error.response
        } catch GrantRefusal.unknownClient {
            return TokenError.invalidClient.response
        } catch GrantRefusal.invalidGrant {
            return TokenError.invalidGrant("refresh_token is invalid, used or expired").response
        }
    }

    /// The client is known before its request is looked at.
    private static func issue(_ call: Call) async throws -> Response {
        let grantTokens = GrantTokens(call.ports)
        let client = try await grantTokens.client(call.request.basicCredentials())
        let tokens =
            switch try Grant(await call.request.formBody()) {
            case .password: try await grantTokens(to: client)
            case .refresh(let token): try await grantTokens(refreshing: token, by: client)
            }
        var response = Response(json: Reply(tokens: tokens))
        response.headers.append(contentsOf: TokenError.uncached)
        return response
    }
}
