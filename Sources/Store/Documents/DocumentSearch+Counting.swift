internal import Domain
internal import SQLText

extension DocumentSearch {
    /// From the tallies where they know it, else by counting what an index finds.
    func count(in account: AccountID) -> SQL {
        guard title == nil, signerName == nil, clientID == nil, let days else {
            return "SELECT COUNT(*) FROM document d WHERE \(conditions(in: account))"
        }
        var conditions: [SQL] = ["t.account_id = \(account)"] + days
        if let stages { conditions.append("t.stage IN (\(list: stages.inOrder))") }
        let table: SQL = days.isEmpty ? "document_tally" : "document_day_tally"
        return """
            SELECT CAST(COALESCE(SUM(t.document_count), 0) AS BIGINT) FROM \(table) t
            WHERE \(SQL.joined(conditions, separator: " AND "))
            """
    }

    /// Conditions on days; `nil` where a bound cuts a day in two.
    private var days: [SQL]? {
        let (first, last) = (createdFrom.map(SeoulDay.init), createdTo.map(SeoulDay.init))
        guard first?.start == createdFrom, last?.end == createdTo else { return nil }
        return [first.map { "t.day >= \($0)" }, last.map { "t.day <= \($0)" }].compactMap { $0 }
    }
}
