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
            let reader = try reader()
            revisionCount = reader.revisions.count
            problems += reader.generalProblems
            try examine(reader)
        } catch {
            problems.append(VerificationProblem(error))
        }
        if sha256 == nil {
            var digests = RangeDigests(source, .sha256)
            sha256 = try? digests?.whole()
        }
    }

    /// Of the whole file, or of as much of it as is one.
    private mutating func reader() throws(PDFError) -> PDFReader {
        do throws(PDFError) {
            return try PDFReader(source, limits: limits)
        } catch {
            guard [.notPDF, .crossReference, .syntax].contains(error.code),
                let reader = try ReadablePrefix(source, limits: limits).reader()
            else { throw error }
            problems.append(
                VerificationProblem(
                    .incrementalSaving,
                    "what follows byte \(reader.source.count) is no update: \(error.reason)"))
            return reader
        }
    }

    private mutating func examine(_ reader: PDFReader) throws(PDFError) {
        var values: [SignatureValue] = []
        for field in try reader.fields() where field.type == "Sig" {
            if let value = SignatureValue(field, in: reader) { values.append(value) }
        }
        values.sort {
            ($0.revision ?? .max, $0.coverage?.end ?? 0) < (
                $1.revision ?? .max, $1.coverage?.end ?? 0
            )
        }
        Self.findShared(&values)
        let hasTail = problems.contains { $0.code == .incrementalSaving }
        let last = hasTail ? nil : reader.revisions.indices.last
        signatures = values.map { value in
            let container = try? SignedData(der: value.contents)
            return SignatureReport(
                value, container: container, isLast: last != nil && value.revision == last,
                isLocked: reader.lock != nil)
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
        var patience = source.count
        for (index, value) in values.enumerated() {
            let judge = CryptoJudge(value, signatures[index].container)
            if let problem = judge.obstacle ?? Self.excess(of: value, &patience) {
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

    /// Signatures in order hash the file once, together. Those that are not could have it hashed
    /// once for each: they get as much again, and no more.
    private static func excess(
        of value: SignatureValue, _ patience: inout Int
    ) -> VerificationProblem? {
        guard !value.problems.isEmpty, let coverage = value.coverage else { return nil }
        patience -= coverage.end - coverage.gap.upperBound
        guard patience < 0 else { return nil }
        return VerificationProblem(
            .cryptography, "not checked: too many signatures are not in order", object: value.id)
    }

    private mutating func judge(
        _ values: [SignatureValue], at indices: [Int], _ algorithm: DigestAlgorithm
    ) throws(PDFError) {
        guard var digests = RangeDigests(source, algorithm) else { return }
        let requests = indices.compactMap { values[$0].coverage }
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
        do throws(PDFError) {
            let history = try ChangeHistory(reader, since: first)
            let certification = values.first { $0.limits.certification != nil }
            for (index, value) in values.enumerated() {
                guard let revision = value.revision else { continue }
                var limits = [(since: revision, limits: value.limits)]
                if let certification, certification.id != value.id {
                    limits.append((certification.revision ?? revision, certification.limits))
                }
                signatures[index].modification = history.problems(after: revision, under: limits)
            }
        } catch {
            problems.append(VerificationProblem(error))
        }
    }
}
