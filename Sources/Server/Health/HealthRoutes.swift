import Domain
import HTTPCommon
import Hummingbird

/// For whoever watches the process: is it alive, and can it work?
struct HealthRoutes {
    let ports: Ports

    private struct Health: ResponseEncodable {
        let status: String
        /// What works for now, and should be seen to.
        var warnings: [String]?
    }

    func addRoutes(to router: some RouterMethods<TamgaContext>) {
        router.get("/livez") { _, _ in Health(status: "ok") }
        router.get("/readyz") { request, context in
            do {
                _ = try await ports.accounts.tokens()
                let warnings = [ClockDiscipline.now.warning].compactMap(\.self)
                return EditedResponse(
                    status: .ok,
                    response: Health(status: "ok", warnings: warnings.isEmpty ? nil : warnings))
            } catch {
                FaultLog.record(error, request, context)
                return EditedResponse(
                    status: .serviceUnavailable, response: Health(status: "the database failed"))
            }
        }
    }
}
