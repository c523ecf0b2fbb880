/// Shows at a link's door that its holder has the certificate of the business that the sender
/// named: by a signature over bytes that the server makes up for this link.
public struct VerifyBusiness: Sendable {
    public struct Command: Sendable {
        public let visit: LinkVisit
        /// DER, PEM or base64, from outside.
        public let upload: [UInt8]
        /// The random bits beside a private key of Korea's NPKI, where they were sent.
        public let random: [UInt8]?

        public init(visit: LinkVisit, upload: [UInt8], random: [UInt8]?) {
            self.visit = visit
            self.upload = upload
            self.random = random
        }
    }

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// The exact bytes to sign: the same for some minutes, and taken for ten more.
    public func challenge(_ visit: LinkVisit) async throws -> [UInt8] {
        try await holder(visit).challenges(ports)[0].bytes
    }

    /// Before any byte of an upload is read: is a certificate asked of this visitor now?
    public func admit(_ visit: LinkVisit) async throws {
        _ = try await holder(visit)
    }

    /// The spelling of the pass that the browser is to keep. What is not taken is counted like any
    /// other wrong answer at the door.
    public func callAsFunction(
        _ command: Command
    ) async throws -> (LinkedDocument, pass: String) {
        let holder = try await holder(command.visit)
        do {
            let (certificate, challenge) = try await certificate(shownBy: command, holder)
            let answer = AccessAnswer.certified(
                holder.facts(certificate, command.upload, over: challenge))
            return try await UnlockLink(ports)(answer, command.visit)
        } catch let problem as ExternalProblem {
            throw try await refusal(of: problem, at: holder)
        }
    }

    /// What is asked at the door is asked in its order.
    private func holder(_ visit: LinkVisit) async throws -> BusinessHolder {
        let linked = try await ports.linked(visit)
        guard let turn = linked.recipient.turn, turn.isReached else {
            throw Refusal.turnNotReached
        }
        try turn.gate.admit(at: ports.clock.now())
        guard linked.document.state.status != .deleted,
            linked.pass.missing(of: linked.recipient.door) == .businessCertificate,
            let number = linked.recipient.door.checks?.businessNumber
        else { throw Refusal.accessRequired }
        return BusinessHolder(linked: linked, number: number)
    }

    private func certificate(
        shownBy command: Command, _ holder: BusinessHolder
    ) async throws -> (CertificateFacts, AccessChallenge) {
        var trouble = ExternalProblem.otherBytes
        for challenge in holder.challenges(ports) {
            do {
                let shown = try ShownCertificate(
                    upload: command.upload, challenge: challenge.bytes,
                    anchors: ports.external.sealer.trustedCertificates(),
                    business: .number(holder.number, random: command.random),
                    at: ports.clock.now())
                return (try await ports.external.workshop.certificate(in: shown), challenge)
            } catch let problem as ExternalProblem where problem.comesOfOtherBytes {
                trouble = problem
            }
        }
        throw trouble
    }

    private func refusal(
        of problem: ExternalProblem, at holder: BusinessHolder
    ) async throws -> Refusal {
        guard problem.isWrongAnswer else { return .externalSignature(problem) }
        let refusal = try await UnlockLink(ports).failed(holder.linked)
        guard case .wrongAccess(let left) = refusal else { return refusal }
        return .wrongCertificate(problem, attemptsLeft: left)
    }
}

/// Who is to show a certificate, and of which business.
private struct BusinessHolder {
    let linked: LinkedDocument
    let number: String

    func challenges(_ ports: Ports) -> [AccessChallenge] {
        ports.linkKey.challenges(
            for: linked.recipient.link, of: linked.document.id,
            at: linked.document.time(ports.clock.now()))
    }

    /// For the audit trail.
    func facts(
        _ certificate: CertificateFacts, _ upload: [UInt8], over challenge: AccessChallenge
    ) -> [String: String] {
        [
            "businessNumber": number, "holder": certificate.commonName,
            "certificate": certificate.serial, "thumbprint": certificate.thumbprint,
            "challenge": "\(ContentHash(of: challenge.bytes))",
            "signature": "\(ContentHash(of: upload))",
        ]
    }
}

extension ExternalProblem {
    /// Without signed attributes other bytes look like another key.
    fileprivate var comesOfOtherBytes: Bool { self == .otherBytes || self == .signatureWrong }

    /// Neither the silence of others nor what was not read at all is an answer.
    fileprivate var isWrongAnswer: Bool {
        if case .uploadTooLarge = self { return false }
        return self != .revocationUnknown
    }
}
