public import Domain
import HTTPTypes
public import Hummingbird
public import HummingbirdCore
import Logging
import NIOCore

/// What is known of one request beside its bytes: its id, its log, and where it came from.
public struct TamgaContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// IP address of the peer; empty where there is none. ``TrustedProxies`` may replace it.
    public var remoteAddress: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Address and browser, for the evidence of a signature.
    public func origin(of request: Request) -> RequestOrigin {
        RequestOrigin(address: remoteAddress, userAgent: request.headers[.userAgent] ?? "")
    }
}
