import ArgumentParser
import Server

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for what is often wrong, and say what helps.",
        discussion: """
            Nothing is changed, and a server may be running. Fails where something does not work; \
            a warning is of what works for now.
            """)

    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var options: SettingOptions

    func run() async throws {
        let rows = await Checkup(of: try options.settings()).results().map(CheckRow.init)
        if json { say(try tamga.json(rows)) } else { for row in rows { say(row.text) } }
        guard !rows.contains(where: { $0.status == .failed }) else { throw ExitCode(1) }
    }
}

/// What was found of one subject, as it is listed.
private struct CheckRow: Encodable {
    enum Status: String, Encodable {
        case good = "ok"
        case warning, failed
    }

    let check: String
    let status: Status
    let found: String
    let remedy: String?

    init(_ result: Checkup.Result) {
        check = result.subject
        found = result.finding.text
        remedy = result.finding.remedy
        status =
            switch result.finding {
            case .good: .good
            case .warning: .warning
            case .failed: .failed
            }
    }

    var text: String {
        let status = status.rawValue.padded(to: 9)
        let line = (status + check.padded(to: 16) + found).printable
        guard let remedy else { return line }
        return line + "\n" + "".padded(to: 9) + "remedy: ".padded(to: 16) + remedy.printable
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
