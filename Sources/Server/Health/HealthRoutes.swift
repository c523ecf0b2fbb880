import HTTPCommon
import Hummingbird
import Logging

/// For whoever watches the process: is it alive, and can it work?
struct HealthRoutes {
    let readiness: Checkup

    private struct Health: ResponseEncodable {
        let status: String
        /// What does not work.
        var failures: [String]?
        /// What works for now, and should be seen to.
        var warnings: [String]?
    }

    func addRoutes(to router: some RouterMethods<TamgaContext>) {
        router.get("/livez") { _, _ in Health(status: "ok") }
        router.get("/readyz") { _, context in
            let results = await readiness.results()
            let failures = results.filter(\.finding.isFailure).map(\.line)
            for failure in failures {
                context.logger.error("not ready", metadata: ["reason": "\(failure)"])
            }
            let warnings = results.filter(\.finding.isWarning).map(\.line)
            return EditedResponse(
                status: failures.isEmpty ? .ok : .serviceUnavailable,
                response: Health(
                    status: failures.isEmpty ? "ok" : "failed",
                    failures: failures.isEmpty ? nil : failures,
                    warnings: warnings.isEmpty ? nil : warnings))
        }
    }
}

extension Checkup.Result {
    fileprivate var line: String {
        "\(subject): \(finding.text)" + (finding.remedy.map { "; \($0)" } ?? "")
    }
}
