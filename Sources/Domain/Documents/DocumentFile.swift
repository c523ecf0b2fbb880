/// An uploaded PDF of a document.
public struct DocumentFile: Equatable, Sendable {
    public let id: FileID
    /// Order in the document, from 1.
    public let number: Int
    public let name: String
    /// The upload itself: always kept, always downloadable.
    public let original: Blob
    public internal(set) var status: Status

    public enum Status: Equatable, Codable, Sendable {
        case parsing
        case done(FileFacts)
        /// `reason` is a key of the catalogues, so that it can be told in every language.
        case error(FileTrouble)
        /// Replaced by a later upload.
        case deleted(pageCount: Int)
    }

    public init(id: FileID, number: Int, name: String, original: Blob, status: Status) {
        self.id = id
        self.number = number
        self.name = name
        self.original = original
        self.status = status
    }

    public var pageCount: Int {
        switch status {
        case .done(let facts): facts.pageCount
        case .deleted(let pageCount): pageCount
        case .parsing, .error: 0
        }
    }

    public var facts: FileFacts? {
        if case .done(let facts) = status { facts } else { nil }
    }

    /// Belongs to the document now, that is: not replaced.
    public var isCurrent: Bool {
        if case .deleted = status { false } else { true }
    }
}

/// What a readable upload was found to be.
public struct FileFacts: Equatable, Codable, Sendable {
    public let pageCount: Int
    /// Signatures that the upload has already.
    public let signatureCount: Int
    /// May be kept as an exact prefix; otherwise it is normalised once.
    public let isClean: Bool
    /// Active or hidden parts, named on the certificate page.
    public let contents: Set<Notable>

    public enum Notable: String, Codable, CaseIterable, Comparable, Sendable {
        case attachments, forms, javaScript, openAction

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Kept byte for byte, and sent alone.
    public var isSigned: Bool { signatureCount > 0 }

    public init(pageCount: Int, signatureCount: Int, isClean: Bool, contents: Set<Notable>) {
        self.pageCount = pageCount
        self.signatureCount = signatureCount
        self.isClean = isClean
        self.contents = contents
    }
}

/// Why an upload cannot be sent for signing.
public enum FileTrouble: String, Codable, CaseIterable, Error, Sendable {
    case unreadable, passwordRequired, encryptedForOthers, dynamicForm, empty
    case tooManyPages, tooComplex, certifiedAgainstChanges, fieldsLocked, signedAndEncrypted
    case signedAndHybrid, signedAndDamaged, signatureBroken, signedAmongOthers, unprintableText
}
