import Domain
import HTTPCommon
import Hummingbird
import Markup

/// What all pages share.
struct Site: Sendable {
    let ports: Ports
    let language: Language
    let zoneOffsetMinutes: Int
    let cookies: CookieNames
    let originCheck: OriginCheck
    let templates: Templates
    let assets: Assets
    let throttle: Throttle

    init(ports: Ports, language: Language, zoneOffsetMinutes: Int) {
        self.ports = ports
        self.language = language
        self.zoneOffsetMinutes = zoneOffsetMinutes
        cookies = CookieNames(publicAddress: ports.addresses.base)
        originCheck = OriginCheck(publicAddress: ports.addresses.base)
        templates = Templates(.html, Templates.pageSources)
        assets = Assets()
        throttle = Throttle()
    }

    /// Who asks, and how.
    func visit(_ request: Request, _ context: TamgaContext) async throws -> Visit {
        let session = request.cookies[cookies.session]?.value
        let user: User? =
            if let session { try await SignIn(ports).user(cookie: session) } else { nil }
        return visit(request, context, user: user, session: session)
    }

    /// Without asking the store who is signed in: for telling that something did not work.
    func anonymousVisit(_ request: Request, _ context: TamgaContext) -> Visit {
        visit(request, context, user: nil, session: nil)
    }

    private func visit(
        _ request: Request, _ context: TamgaContext, user: User?, session: String?
    ) -> Visit {
        let visitor =
            request.cookies[cookies.visitor].flatMap { Visitor(secret: $0.value) }
            ?? Visitor(random: ports.randomness.bytes(32))
        return Visit(
            site: self, request: request, context: context, visitor: visitor, user: user,
            session: session)
    }
}

extension Templates {
    static let pageSources: [String: [UInt8]] = [
        "layout": PackageResources.layout_mustache,
        "signing": PackageResources.signing_mustache,
        "boxes": PackageResources.boxes_mustache,
        "elsewhere": PackageResources.elsewhere_mustache,
        "door": PackageResources.door_mustache,
        "attachments": PackageResources.attachments_mustache,
        "sign": PackageResources.sign_mustache,
        "field": PackageResources.field_mustache,
        "decline": PackageResources.decline_mustache,
        "author": PackageResources.author_mustache,
        "requester": PackageResources.requester_mustache,
        "external": PackageResources.external_mustache,
        "outside": PackageResources.outside_mustache,
        "document": PackageResources.document_mustache,
        "documents": PackageResources.documents_mustache,
        "link": PackageResources.link_mustache,
        "login": PackageResources.login_mustache,
        "verification": PackageResources.verification_mustache,
        "message": PackageResources.message_mustache,
        "pageText": PackageResources.pageText_mustache,
    ]
}
