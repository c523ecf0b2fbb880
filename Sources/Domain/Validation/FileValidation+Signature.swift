extension FileValidation {
    /// One signature of a validated file.
    public struct Signature: Equatable, Codable, Sendable {
        public enum Kind: String, Equatable, Codable, Sendable {
            case approval, certification, documentTimestamp
        }

        /// What is looked at, each by itself.
        public enum Examination: String, CaseIterable, Equatable, Codable, Sendable {
            case crypto, coverage, modification, trust, revocation, time
        }

        public struct Verdict: Equatable, Codable, Sendable {
            public enum Outcome: String, Equatable, Codable, Sendable {
                case passed, failed, indeterminate
            }

            public let examination: Examination
            public let outcome: Outcome
            public let findings: [Finding]

            public init(
                _ examination: Examination, _ outcome: Outcome, _ findings: [Finding]
            ) {
                self.examination = examination
                self.outcome = outcome
                self.findings = findings
            }
        }

        public struct Certificate: Equatable, Codable, Sendable {
            /// Distinguished names as text (RFC 4514).
            public let subject: String
            public let issuer: String
            public let notBefore: Instant
            public let notAfter: Instant

            public init(subject: String, issuer: String, notBefore: Instant, notAfter: Instant) {
                self.subject = subject
                self.issuer = issuer
                self.notBefore = notBefore
                self.notAfter = notAfter
            }
        }

        /// What the signature says of itself; nobody vouches for it.
        public struct Claim: Equatable, Codable, Sendable {
            public let name: String?
            public let reason: String?
            public let location: String?
            /// As the file writes it (ISO 32000-2 §7.9.4).
            public let time: String?

            public init(name: String?, reason: String?, location: String?, time: String?) {
                self.name = name
                self.reason = reason
                self.location = location
                self.time = time
            }
        }

        public let field: String
        public let kind: Kind
        public let indication: Indication
        /// Such as `HASH_FAILURE`.
        public let subIndication: String?
        /// In the order of ``Examination``.
        public let verdicts: [Verdict]
        /// `B-B` to `B-LTA`; `nil` for what is no PAdES signature.
        public let level: String?
        public let claim: Claim
        /// By when it is proven to have been made.
        public let provenAt: Instant?
        public let certificate: Certificate?
        public let coversWholeFile: Bool

        public init(
            field: String, kind: Kind, indication: Indication, subIndication: String?,
            verdicts: [Verdict], level: String?, claim: Claim, provenAt: Instant?,
            certificate: Certificate?, coversWholeFile: Bool
        ) {
            self.field = field
            self.kind = kind
            self.indication = indication
            self.subIndication = subIndication
            self.verdicts = verdicts
            self.level = level
            self.claim = claim
            self.provenAt = provenAt
            self.certificate = certificate
            self.coversWholeFile = coversWholeFile
        }
    }
}
