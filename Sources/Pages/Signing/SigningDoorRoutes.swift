import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import NIOCore

/// What is shown at a link's door: the contact, a password, or the certificate of a business.
extension SigningRoutes {
    func addDoor(to router: some RouterMethods<TamgaContext>) {
        router.get("/sign/:code/challenge") { request, context in
            try await challenge(site.visit(request, context))
        }
        router.post("/sign/:code/unlock") { request, context in
            try await unlock(site.visit(request, context))
        }
    }

    private func challenge(_ visit: Visit) async throws -> Response {
        do {
            let bytes = try await VerifyBusiness(site.ports).challenge(visit.link)
            let disposition = ContentDisposition(fileName: "challenge.txt")
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/plain; charset=us-ascii",
                    .contentDisposition: disposition.text, .cacheControl: "no-store",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        } catch {
            return try await showAgain(after: error, nil, visit)
        }
    }

    private func unlock(_ visit: Visit) async throws -> Response {
        do {
            let pass = try await visit.request.hasForm ? answered(visit) : certified(visit)
            return visit.answer(.unlocked(pass: pass))
        } catch {
            return try await showAgain(after: error, nil, visit)
        }
    }

    private func answered(_ visit: Visit) async throws -> String {
        let fields = try await visit.form()
        let answer: AccessAnswer =
            if let contact = try fields.first("contact") { .contact(contact) } else {
                .password(try fields.first("access") ?? "")
            }
        return try await UnlockLink(site.ports)(answer, visit.link).pass
    }

    private func certified(_ visit: Visit) async throws -> String {
        try await VerifyBusiness(site.ports).admit(visit.link)
        let form = try await visit.signatureForm()
        guard let upload = form.bytes("biz-cms") else {
            throw Refusal.invalid(path: "biz-cms", .missing)
        }
        return try await VerifyBusiness(site.ports)(
            VerifyBusiness.Command(
                visit: visit.link, upload: upload, random: form.base64("random"))
        ).pass
    }
}
