import CMS
import FuzzHarness

/// What a time-stamp authority is asked, and what one answers.
@main
enum FuzzTokens {
    /// Of the seeds' own request.
    private static let digest = [UInt8](repeating: 7, count: 32)

    static func main() {
        fuzz { data, count in
            let bytes = input(data, count)
            if let request = try? TimestampRequest(der: bytes) {
                let again = try? TimestampRequest(der: request.der)
                require(again == request, "not the same when read again")
            }
            if let token = try? TimestampToken(der: bytes) { FuzzTokens.judge(token) }
            if let response = try? TimestampResponse(der: bytes) { FuzzTokens.judge(response) }
            return 0
        }
    }

    private static func judge(_ token: TimestampToken) {
        _ = token.verify(digest: digest)
        require((try? TimestampToken(der: token.der)) == token, "not the same when read again")
    }

    private static func judge(_ response: TimestampResponse) {
        require((try? TimestampResponse(der: response.der)) == response, "not the same again")
        guard case .granted(let token) = response else { return }
        judge(token)
        guard let request = try? TimestampRequest(imprint: digest, nonce: [1]) else { return }
        _ = try? response.token(for: request)
    }
}
