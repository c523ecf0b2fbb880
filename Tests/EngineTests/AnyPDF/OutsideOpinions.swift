import Domain
import Foundation
import TamgaTestKit

/// What programs that are not ours have against a finished file, compared with its upload.
struct OutsideOpinions: Sendable {
    let before: String
    let arrival: Journey.Arrival

    /// One line for each objection; none for a good file.
    func objections() async throws -> [String] {
        try await pdfsig() + qpdf()
    }

    /// The certification and two signers; a signed upload is not certified.
    private var expectedNewCount: Int { arrival.earlierCount == 0 ? 3 : 2 }

    private func pdfsig() async throws -> [String] {
        let valid = try await validCount(arrival.path)
        let expected = arrival.earlierCount == 0 ? 3 : try await validCount(before) + 2
        return valid >= expected ? [] : ["pdfsig: \(valid) valid of \(expected)"]
    }

    private func validCount(_ path: String) async throws -> Int {
        let answer = try await OutsideTool.run("pdfsig", ["-nocert", path]).output
        return answer.split(separator: "Signature is Valid.", omittingEmptySubsequences: false)
            .count - 1
    }

    /// What qpdf had against the upload, such as a stream that cannot be inflated, may stay.
    private func qpdf() async throws -> [String] {
        let answer = try await OutsideTool.run("qpdf", ["--check", arrival.path])
        if answer.succeeded { return [] }
        let earlier = try await OutsideTool.run("qpdf", ["--check", before])
        return earlier.succeeded ? ["qpdf: \((answer.output + answer.errors).suffix(300))"] : []
    }

    /// - Parameters:
    ///   - earlier: what pyHanko said of the upload's own signatures.
    ///   - now: what it says of the finished file.
    func objections(
        ofPyHanko now: PyHankoJudge.Answer, earlier: PyHankoJudge.Answer
    ) -> [String] {
        if let error = now.error { return ["pyHanko: \(error)"] }
        let known = Dictionary(earlier.signatures.map { ($0.field, $0) }) { first, _ in first }
        let new = now.signatures.filter { known[$0.field] == nil }
        let bad = new.filter { !$0.isGood }.map { "pyHanko: \($0)" }
        let missing = expectedNewCount - new.count { $0.kind == "signature" }
        let worse = now.signatures.filter { verdict in
            known[verdict.field].map { verdict.isWorse(than: $0) } ?? false
        }
        return bad + (missing == 0 ? [] : ["pyHanko: \(missing) signatures missing"])
            + worse.map { "pyHanko: no longer good: \($0)" }
    }
}

extension PyHankoJudge.Verdict {
    fileprivate func isWorse(than earlier: Self) -> Bool {
        (earlier.intact == true && intact != true) || (earlier.valid == true && valid != true)
            || (earlier.modification != "OTHER" && modification == "OTHER")
            || (earlier.docmdpOK != false && docmdpOK == false)
    }
}
