import Domain
import HTTPCommon
import Hummingbird

/// For whoever watches the process: is it alive, and can it work?
struct HealthRoutes {
    let ports: Ports

    private struct Health: ResponseEncodable {
        let status: String
    }

    func addRoutes(to router: some RouterMethods<TamgaContext>) {
        router.get("/livez") { _, _ in Health(status: "ok") }
        router.get("/readyz") { request, context in
            do {
                _ = try await ports.accounts.tokens()
                return EditedResponse(status: .ok, response: Health(status: "ok"))
            } catch {
                FaultLog.record(error, request, context)
                return EditedResponse(
                    status: .serviceUnavailable, response: Health(status: "the database failed"))
            }
        }
    }
}
