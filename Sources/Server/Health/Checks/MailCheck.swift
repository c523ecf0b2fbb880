import Delivery

/// Letters reach people.
struct MailCheck: Check {
    let spool: String

    func finding() async -> Finding {
        let count = MailSpool.letterCount(in: spool)
        return .warning(
            "letters are not sent but kept in the spool: \(count) so far",
            remedy: "pass them on yourself: tamga mail list, tamga mail show ID")
    }
}
