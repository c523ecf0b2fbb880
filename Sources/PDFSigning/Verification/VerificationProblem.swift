public import PDFCore

/// One thing that is wrong with a signature or with the file around it.
public struct VerificationProblem: Error, Hashable, Codable, Sendable, CustomStringConvertible {
    /// The kind, named after the published attack where there is one.
    public enum Code: String, Codable, Hashable, Sendable, CaseIterable {
        /// The file cannot be read strictly, so readers may see different documents in it.
        case unreadable
        case encrypted
        case hybrid
        /// /Contents or /ByteRange is missing, empty or senseless (universal signature forgery).
        case unusableSignature
        /// What the signature leaves out is not exactly its own value (signature wrapping).
        case signatureWrapping
        /// Bytes outside every revision, or an update that lists nothing (incremental saving).
        case incrementalSaving
        /// An old object is hidden, replaced or completed by a later update (shadow attack).
        case shadow
        /// Something visible was added or moved after signing (evil annotation, sneaky signature).
        case visibleAddition
        /// One signature stands for two fields, or two signatures for one revision.
        case sharedSignature
        /// The signed bytes do not end where a revision ends.
        case coverage
        /// A change after signing that no rule allows.
        case forbiddenChange
        /// A change that the certification's level does not allow.
        case certificationLevel
        /// A change of a field that the signature locks.
        case lockedField
        /// The signed bytes are not the ones that were signed.
        case digest
        /// The signature value does not fit the key or the certificate, or cannot be read.
        case cryptography
        /// The signature's form or algorithm is not one that is checked here.
        case unsupported
    }

    public let code: Code
    /// One line in English.
    public let reason: String
    /// The object concerned.
    public let object: ObjectID?

    public init(_ code: Code, _ reason: String, object: ObjectID? = nil) {
        self.code = code
        self.reason = reason
        self.object = object
    }

    init(_ error: PDFError) {
        let code: Code = error.code == .encrypted ? .encrypted : .unreadable
        self.init(code, error.reason)
    }

    public var description: String {
        guard let object else { return "\(code.rawValue): \(reason)" }
        return "\(code.rawValue): \(reason) (object \(object.number))"
    }
}
