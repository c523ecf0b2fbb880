import PDFCore

/// One thing that a validation found: a code for programs and pages, a line for people.
public struct Finding: Hashable, Codable, Sendable, CustomStringConvertible {
    public let code: Code
    /// One line in English.
    public let reason: String

    public init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    init(_ topic: Topic, _ reason: String) {
        self.init(.validation(topic), reason)
    }

    init(_ problem: VerificationProblem) {
        let place = problem.object.map { " (object \($0.number))" } ?? ""
        self.init(.integrity(problem.code), problem.reason + place)
    }

    public var description: String { "\(code.rawValue): \(reason)" }
}

extension Finding {
    /// Written as one word; no word stands for two codes.
    public enum Code: Hashable, Sendable {
        /// Of the file's bytes: structure, coverage, changes, cryptography.
        case integrity(VerificationProblem.Code)
        /// Of certificates, revocation and time.
        case validation(Topic)
    }

    public enum Topic: String, Hashable, Codable, Sendable, CaseIterable {
        // Cryptography.
        /// An algorithm or key that is too weak for a signature to rest on.
        case weakAlgorithm
        /// The signer did not name its certificate by a hash.
        case signingCertificateUnnamed

        // Trust.
        case signerMissing
        /// No trusted certificate was given.
        case noAnchors
        /// No path leads from the certificate to a trusted one.
        case noPath
        /// A path was found, but breaks a rule of RFC 5280 §6.
        case invalidPath
        /// A certificate of the path is signed with too weak an algorithm or key.
        case weakPath
        /// The certificate is not meant for this use.
        case wrongUsage

        // Revocation.
        /// Nothing was found that says whether a certificate is revoked.
        case noRevocationInformation
        /// What was found is too old.
        case staleRevocationInformation
        case revoked
        /// Revoked after the signature was proven to exist.
        case revokedLater

        // Time.
        case notYetValid
        case expired
        /// Expired after the signature was proven to exist.
        case expiredLater
        /// The timestamp is of something else.
        case timestampMismatch
        /// The timestamp cannot be read or its signature is wrong.
        case timestampBroken
        /// The timestamp proves nothing, because its authority is not trusted.
        case timestampUntrusted
        /// Timestamps contradict the order of the revisions.
        case timestampOrder
        /// The time is the signer's own claim.
        case noTimestamp
    }
}

extension Finding.Code: RawRepresentable, Codable, CaseIterable {
    public init?(rawValue: String) {
        if let code = VerificationProblem.Code(rawValue: rawValue) {
            self = .integrity(code)
        } else if let topic = Finding.Topic(rawValue: rawValue) {
            self = .validation(topic)
        } else {
            return nil
        }
    }

    public var rawValue: String {
        switch self {
        case .integrity(let code): code.rawValue
        case .validation(let topic): topic.rawValue
        }
    }

    public static var allCases: [Self] {
        VerificationProblem.Code.allCases.map(Self.integrity)
            + Finding.Topic.allCases.map(Self.validation)
    }
}
