import CMS
import PDFCore

/// The steps of judging one file.
struct Examination {
    private let source: any ByteSource
    private let limits: PDFLimits
    private(set) var signatures: [SignatureReport] = []
    private(set) var problems: [VerificationProblem] = []
    private(set) var sha256: [UInt8]?
    private(set) var revisionCount = 0
    private(set) var embeddedEvidence = EmbeddedEvidence()

    init(_ source: any ByteSource, limits: PDFLimits) {
        self.source = source
        self.limits = limits
    }

    mutating func run() {
        do throws(PDFError) {
            let reader = try PDFReader(source, limits: limits)
            revisionCount = reader.revisions.count
            problems += Self.generalProblems(reader)
            try examine(reader)
        } catch {
            problems.append(VerificationProblem(error))
        }
        if sha256 == nil {
            var digests = RangeDigests(source, .sha256)
            sha256 = try? digests?.whole()
        }
    }

    /// What makes every signature of a file worthless, or unreadable here.
    private static func generalProblems(_ reader: PDFReader) -> [VerificationProblem] {
        var problems: [VerificationProblem] = []
        if reader.isHybrid {
            problems.append(
                VerificationProblem(.hybrid, "two cross-reference sections may disagree"))
        }
        if reader.headerOffset != 0 {
            problems.append(VerificationProblem(.unreadable, "bytes stand before the header"))
        }
        if (try? reader.isWhitespace(reader.trailingBytes)) != true {
            problems.append(
                VerificationProblem(.incrementalSaving, "bytes follow the last revision"))
        }
        return problems
    }

    private mutating func examine(_ reader: PDFReader) throws(PDFError) {
        guard !reader.isEncrypted else {
            throw PDFError(.encrypted, "the file is encrypted: its signatures cannot be read")
        }
        var values: [SignatureValue] = []
        for field in try reader.fields() where field.type == "Sig" {
            if let value = SignatureValue(field, in: reader) { values.append(value) }
        }
        values.sort { ($0.revision ?? .max, $0.end) < ($1.revision ?? .max, $1.end) }
        Self.findShared(&values)
        let hasTail = problems.contains { $0.code == .incrementalSaving }
        let last = hasTail ? nil : reader.revisions.indices.last
        signatures = values.map { value in
            let container = try? SignedData(der: value.contents)
            return SignatureReport(
                value, container: container, isLast: last != nil && value.revision == last)
        }
        try judgeCryptography(values)
        judgeChanges(reader, values)
        embeddedEvidence = EmbeddedEvidence(reader)
    }

    /// A signature signs one revision for one field.
    private static func findShared(_ values: inout [SignatureValue]) {
        var ids: Set<ObjectID> = []
        var revisions: Set<Int> = []
        for index in values.indices {
            if let id = values[index].id, !ids.insert(id).inserted {
                values[index].add(
                    VerificationProblem(
                        .sharedSignature, "another field has the same signature", object: id))
            } else if let revision = values[index].revision, !revisions.insert(revision).inserted {
                values[index].add(
                    VerificationProblem(
                        .sharedSignature, "another signature ends the same revision",
                        object: values[index].id))
            }
        }
    }

    private mutating func judgeCryptography(_ values: [SignatureValue]) throws(PDFError) {
        var pending: [DigestAlgorithm: [Int]] = [:]
        for (index, value) in values.enumerated() {
            let judge = CryptoJudge(value, signatures[index].container)
            if let problem = judge.obstacle {
                signatures[index].crypto.append(problem)
            } else if let algorithm = judge.algorithm {
                pending[algorithm, default: []].append(index)
            }
        }
        // The file's own hash is part of the report, and shares the walk.
        if pending[.sha256] == nil { pending[.sha256] = [] }
        for (algorithm, indices) in pending {
            try judge(values, at: indices, algorithm)
        }
    }

    private mutating func judge(
        _ values: [SignatureValue], at indices: [Int], _ algorithm: DigestAlgorithm
    ) throws(PDFError) {
        guard var digests = RangeDigests(source, algorithm) else { return }
        let requests = indices.map {
            RangeDigests.Request(gap: values[$0].gap ?? 0..<0, end: values[$0].end)
        }
        for (index, digest) in zip(indices, try digests.digests(of: requests)) {
            let judge = CryptoJudge(values[index], signatures[index].container)
            let verdict = judge.verdict(digest)
            signatures[index].crypto += verdict.problems
            signatures[index].weaknesses = verdict.weaknesses
        }
        if algorithm == .sha256 { sha256 = try digests.whole() }
    }

    private mutating func judgeChanges(_ reader: PDFReader, _ values: [SignatureValue]) {
        guard let first = values.compactMap(\.revision).min() else { return }
        let history = ChangeHistory(reader, since: first)
        let certification = values.first { $0.limits.certification != nil }?.limits
        for (index, value) in values.enumerated() {
            guard let revision = value.revision else { continue }
            signatures[index].modification = history.problems(
                after: revision, under: [value.limits] + [certification].compactMap(\.self))
        }
    }
}
