import PDFCore

extension PDFReader {
    /// What makes every signature of a file worthless, or unreadable here.
    var generalProblems: [VerificationProblem] {
        var problems: [VerificationProblem] = []
        func add(_ code: VerificationProblem.Code, _ reason: String, _ object: ObjectID? = nil) {
            problems.append(VerificationProblem(code, reason, object: object))
        }
        if isHybrid { add(.hybrid, "two cross-reference sections may disagree") }
        if headerOffset != 0 { add(.unreadable, "bytes stand before the header") }
        if (try? isWhitespace(trailingBytes)) != true {
            add(.incrementalSaving, "bytes follow the last revision")
        }
        if let object = objectBehindItsRevision() {
            add(.shadow, "an object is listed where only a later revision could put it", object)
        }
        return problems
    }
}
