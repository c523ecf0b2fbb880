import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import Words

/// Signing in and out.
struct SessionRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        router.get("/login") { request, context in
            let visit = try await site.visit(request, context)
            let next = request.uri.queryParameters["next"].map(String.init)
            return visit.loginPage(next: ReturnAddress(next))
        }
        router.post("/login") { request, context in
            try await signIn(site.visit(request, context))
        }
        router.post("/logout") { request, context in
            try await signOut(site.visit(request, context))
        }
    }

    private func signIn(_ visit: Visit) async throws -> Response {
        var (email, next) = ("", ReturnAddress(nil))
        do {
            let form = try await visit.form()
            email = try form.first("email") ?? ""
            next = ReturnAddress(try form.first("next"))
            let cookie = try await start(email, form.first("password") ?? "", visit)
            return visit.seeOther(
                next.path, setting: [site.cookies.field(site.cookies.session, cookie)])
        } catch {
            guard let note = RefusalNote(error, visit.words()) else { throw error }
            return visit.loginPage(next: next, email: email, refused: note)
        }
    }

    /// Guessing is slowed down by address and by the name that is guessed at.
    private func start(_ email: String, _ password: String, _ visit: Visit) async throws -> String {
        guard let email = EmailAddress(email), (1...1_024).contains(password.utf8.count) else {
            throw Refusal.unauthenticated
        }
        let keys = ["address|\(visit.context.remoteAddress)", "email|\(email.key)"]
        try await site.throttle.admit(keys, at: visit.now)
        do {
            let cookie = try await SignIn(site.ports)(email: email, password: password)
            await site.throttle.succeed(keys)
            return cookie
        } catch Refusal.unauthenticated {
            await site.throttle.fail(keys, at: visit.now)
            throw Refusal.unauthenticated
        }
    }

    private func signOut(_ visit: Visit) async throws -> Response {
        _ = try await visit.form()
        if let session = visit.session { try await SignIn(site.ports).end(cookie: session) }
        let ended = site.cookies.field(site.cookies.session, "", maxAgeSeconds: 0)
        return visit.seeOther("/login", setting: [ended])
    }
}

struct LoginContent: Equatable, Sendable {
    let next: String
    let email: String
    let problem: String?
}

extension Visit {
    func loginPage(
        next: ReturnAddress, email: String = "", refused note: RefusalNote? = nil
    ) -> Response {
        let words = words()
        return reply(
            "login", LoginContent(next: next.path, email: email, problem: note?.text),
            title: words["login.title"], at: "/login", in: words, status: note?.status ?? .ok,
            retryAfterSeconds: note?.retryAfterSeconds)
    }
}
