/// What a strict reading of an uploaded file tells, without judging it.
public struct UploadFacts: Codable, Hashable, Sendable {
    /// What a page shows, in points, its rotation applied.
    public struct PageSize: Codable, Hashable, Sendable {
        public var width: Double
        public var height: Double
    }

    public var pageSizes: [PageSize] = []
    /// Why the file cannot stay an exact prefix of what is signed; empty if it can.
    public var uncleanReasons: [String] = []
    /// The catalog or an object needs a key that the strict reader does not have.
    public var isEncrypted = false
    /// Some cross-reference table has an /XRefStm beside it.
    public var isHybrid = false

    /// Full names of the fields that bear a signature.
    public var signedFieldNames: [String] = []
    /// The strictest level that a certification or a signature's lock leaves.
    public var certification: CertificationLevel?
    /// A signature locks every field that it does not name, so new ones too.
    public var areNewFieldsLocked = false

    /// Full names of all fields, signature fields among them.
    public var fieldNames: [String] = []
    /// Viewers are asked to draw the fields anew: their stored appearances may be missing or old.
    public var needsAppearances = false
    /// The pages are made by a viewer from XML; what the file holds is a placeholder.
    public var hasDynamicXFA = false

    public var hasJavaScript = false
    public var hasOpenAction = false
    /// An action starts another program.
    public var hasLaunch = false
    public var hasAttachments = false

    public init() {}

    public var pageCount: Int { pageSizes.count }
    public var isClean: Bool { uncleanReasons.isEmpty }
    public var isSigned: Bool { !signedFieldNames.isEmpty }
    public var hasForm: Bool { !fieldNames.isEmpty }
}

/// What becomes of an upload: the base of everything that is signed later.
public enum BaseTreatment: Hashable, Sendable {
    /// Why a file cannot be used.
    public enum Refusal: String, Codable, Hashable, Sendable {
        case dynamicXFA
        /// Signed: then no byte may be rewritten, and these stand in the way.
        case signedNoChanges, signedAndLocked, signedAndEncrypted, signedAndHybrid, signedAndDamaged
        /// Signed files cannot be merged with others.
        case signedMustBeAlone
    }

    case refused(Refusal)
    /// Already signed: kept whole, invisible signature fields only, no certification.
    case keptSigned
    /// Clean: kept as an exact prefix.
    case kept
    /// Written anew into one revision, for these reasons.
    case normalised([String])
}

extension UploadFacts {
    /// What to do with the file; the first rule that applies decides.
    ///
    /// - Parameter isAlone: it is the only file of its document.
    public func treatment(isAlone: Bool) -> BaseTreatment {
        if hasDynamicXFA { return .refused(.dynamicXFA) }
        if isSigned { return signedRefusal(isAlone: isAlone).map { .refused($0) } ?? .keptSigned }
        if !isAlone { return .normalised(["several files become one"]) }
        return isClean ? .kept : .normalised(uncleanReasons)
    }

    private func signedRefusal(isAlone: Bool) -> BaseTreatment.Refusal? {
        if certification == .noChanges { return .signedNoChanges }
        if areNewFieldsLocked { return .signedAndLocked }
        if isEncrypted { return .signedAndEncrypted }
        if isHybrid { return .signedAndHybrid }
        if !isClean { return .signedAndDamaged }
        return isAlone ? nil : .signedMustBeAlone
    }
}
