import HTTPTypes
public import NIOCore
public import NIOHTTPTypes

/// Tells a client that waits for leave to send its body to go on (RFC 9110 §10.1.1): curl asks
/// before every large upload, and waits a second in vain where nobody answers.
public final class ContinueHandler: ChannelInboundHandler, RemovableChannelHandler {
    public typealias InboundIn = HTTPRequestPart
    public typealias InboundOut = HTTPRequestPart
    public typealias OutboundOut = HTTPResponsePart

    public init() {}

    public func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let request) = unwrapInboundIn(data), request.expectsContinue {
            let leave = HTTPResponsePart.head(HTTPResponse(status: .continue))
            context.writeAndFlush(wrapOutboundOut(leave), promise: nil)
        }
        context.fireChannelRead(data)
    }
}

extension HTTPRequest {
    fileprivate var expectsContinue: Bool {
        headerFields[.expect]?.lowercased() == "100-continue"
    }
}
