public import Domain
import HTTPTypes
public import Hummingbird
public import HummingbirdCore
package import Logging
import NIOCore

/// What is known of one request beside its bytes: its id, its log, and where it came from.
public struct TamgaContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// IP address of the peer; empty where there is none.
    public let remoteAddress: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Without a connection, for tests.
    package init(logger: Logger, remoteAddress: String) {
        coreContext = CoreRequestContextStorage(source: LoggerAlone(logger: logger))
        self.remoteAddress = remoteAddress
    }

    /// Address and browser, for the evidence of a signature.
    public func origin(of request: Request) -> RequestOrigin {
        RequestOrigin(address: remoteAddress, userAgent: request.headers[.userAgent] ?? "")
    }
}

private struct LoggerAlone: RequestContextSource {
    let logger: Logger
}
