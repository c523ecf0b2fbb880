public import Domain
import FoundationEssentials
import PDFSigning

extension ChildWorkshop: ExternalWorkshop {
    /// Answers that one signature's certificates are worth.
    private static let questionLimit = 12

    public func judge(_ submission: ExternalSubmission) async throws -> JudgedSignature {
        try checkSize(of: submission.upload)
        let signed = try await paths(of: submission.signed)
        return try await WorkFolder.lend(below: archive.scratchFolder) { folder in
            let evidenceFile = "\(folder)/evidence"
            let taken = try await judged(
                SignatureJudging(submission, signed: signed, evidenceFile: evidenceFile),
                in: folder)
            return JudgedSignature(
                signature: [UInt8](taken.signature), imprint: taken.imprint,
                certificate: taken.certificate,
                evidence: try await archive.adopt(evidenceFile))
        }
    }

    public func certificate(in shown: ShownCertificate) async throws -> CertificateFacts {
        try checkSize(of: shown.upload)
        return try await WorkFolder.lend(below: archive.scratchFolder) { folder in
            let file = "\(folder)/challenge"
            try Data(shown.challenge).write(to: URL(filePath: file))
            return try await judged(SignatureJudging(shown, signed: file), in: folder).certificate
        }
    }

    /// The child would refuse it too, but need not be troubled.
    private func checkSize(of upload: [UInt8]) throws(ExternalProblem) {
        guard upload.count <= ExternalSignature.uploadByteLimit else {
            throw .uploadTooLarge(limit: ExternalSignature.uploadByteLimit)
        }
    }

    /// An issuer that was fetched has an issuer and a revocation list of its own.
    private func judged(
        _ task: SignatureJudging, in folder: String
    ) async throws -> SignatureJudging.Taken {
        var task = task
        var inquiry = evidence.map {
            EvidenceInquiry(source: $0, folder: folder, limit: Self.questionLimit)
        }
        while true {
            let result = try await result(task)
            let answered = task.answers.count
            if result.outcome.isOpenToEvidence {
                try await inquiry?.ask(result.questions)
                task.answers = inquiry?.answers ?? []
            }
            // Where nothing new was learned, it stays as it is.
            if task.answers.count == answered { return try result.outcome.get() }
        }
    }

    private func result(_ task: SignatureJudging) async throws -> SignatureJudging.Result {
        switch try await runner.answer(.judgeSignature(task)) {
        case .signatureJudged(let result): return result
        // Whatever limit it met: this is no honest signature.
        case .unusable: throw ExternalProblem.unreadable
        default: throw UnexpectedAnswer()
        }
    }

    public func timestamped(_ signature: [UInt8], by token: [UInt8]) async throws -> [UInt8] {
        let task = SignatureTimestamping(signature: Data(signature), token: Data(token))
        switch try await runner.answer(.timestampSignature(task)) {
        case .signatureTimestamped(let timestamped): return [UInt8](timestamped)
        case .unusable: throw ExternalProblem.unreadable
        default: throw UnexpectedAnswer()
        }
    }
}

extension SignatureJudging {
    fileprivate init(
        _ submission: ExternalSubmission, signed: [String], evidenceFile: String
    ) {
        self.init(
            upload: Data(submission.upload), signed: signed, digest: submission.digest,
            anchors: submission.anchors.map { Data($0) }, business: submission.business,
            at: submission.at,
            place: Place(
                room: submission.room, timestampRoom: submission.timestampRoom,
                evidenceFile: evidenceFile))
    }

    fileprivate init(_ shown: ShownCertificate, signed: String) {
        self.init(
            upload: Data(shown.upload), signed: [signed], digest: ContentHash(of: shown.challenge),
            anchors: shown.anchors.map { Data($0) }, business: shown.business, at: shown.at,
            place: nil)
    }
}

extension SignatureJudging.Outcome {
    fileprivate var isOpenToEvidence: Bool {
        if case .refused(let problem) = self { problem.isOpenToEvidence } else { false }
    }

    fileprivate func get() throws(ExternalProblem) -> SignatureJudging.Taken {
        switch self {
        case .taken(let taken): return taken
        case .refused(let problem): throw problem
        }
    }
}
