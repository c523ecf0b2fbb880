import Foundation

/// pyHanko's opinion of a PDF's signatures, asked through `Tests/Judge/judge.py`.
public enum PyHankoJudge {
    /// What pyHanko says of one signature; nil where it has nothing to say.
    public struct Verdict: Decodable, Hashable, Sendable {
        public var field: String
        public var kind: String
        public var intact: Bool?
        public var valid: Bool?
        public var trusted: Bool?
        public var coverage: String?
        public var docmdpOK: Bool?
        public var modification: String?
        public var change: String?
        public var error: String?

        enum CodingKeys: String, CodingKey {
            case field, kind, intact, valid, trusted, coverage, modification, change, error
            case docmdpOK = "docmdp_ok"
        }

        /// Whole, genuine, trusted, and followed by permitted changes only.
        public var isGood: Bool {
            intact == true && valid == true && trusted == true && docmdpOK != false
                && modification != "OTHER" && change == nil && error == nil
                && ["ENTIRE_FILE", "ENTIRE_REVISION"].contains(coverage)
        }
    }

    /// What it says of a file.
    public struct Answer: Decodable, Sendable {
        public var signatures: [Verdict]
        /// Why it could not read the file.
        public var error: String?
    }

    /// A Python with pyHanko, named by `TAMGA_PYTHON`.
    public static var python: String? { ProcessInfo.processInfo.environment["TAMGA_PYTHON"] }
    public static var isAvailable: Bool { python != nil }

    /// The verdicts in the file's order; `roots` are DER files.
    public static func verdicts(on path: String, trusting roots: [String]) async throws -> [Verdict]
    {
        let answer = try await OutsideTool.run(python ?? "python3", [script, path] + roots)
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
        return try JSONDecoder().decode(Answer.self, from: Data(answer.output.utf8)).signatures
    }

    /// What it says of each of many files, asked by one process.
    public static func answers(
        on paths: [String], trusting roots: [String]
    ) async throws -> [Answer] {
        guard !paths.isEmpty else { return [] }
        let folder = try TemporaryFolder()
        let list = try folder.write(Array(paths.joined(separator: "\n").utf8), as: "list.txt")
        let answer = try await OutsideTool.run(
            python ?? "python3", [script, "--list", list] + roots,
            // The script gives each file a minute.
            seconds: 60 * (paths.count + 1))
        let answers = try answer.output.split(separator: "\n").map {
            try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
        }
        guard answers.count == paths.count else { throw OutsideTool.Failure(answer.errors) }
        return answers
    }

    private static let script = #filePath.replacing(
        "TamgaTestKit/PyHankoJudge.swift", with: "Judge/judge.py")

    /// What is left of the signatures when only the file's own validation data and timestamps
    /// count: `PASSED`, or the reason, by field.
    public static func longTermIndications(
        on path: String, trusting roots: [String]
    ) async throws -> [String: String] {
        struct Indication: Decodable { var field: String, indication: String }
        struct Answer: Decodable { var signatures: [Indication] }
        let script = script.replacing("judge.py", with: "lta.py")
        let answer = try await OutsideTool.run(python ?? "python3", [script, path] + roots)
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
        let rows = try JSONDecoder().decode(Answer.self, from: Data(answer.output.utf8)).signatures
        return Dictionary(rows.map { ($0.field, $0.indication) }) { first, _ in first }
    }
}
