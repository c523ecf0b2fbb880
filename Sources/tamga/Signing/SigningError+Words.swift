import PDFSigning

extension SigningError {
    /// What is the matter, and what to do.
    var words: String {
        switch self {
        case .roomExceeded(let measured, let room):
            "the signature takes \(measured) bytes, more than the \(room) left for it"
        case .noOpenField(let name):
            "no empty signature field \(name); see: tamga inspect, or add one with --visible"
        case .noSignature(let name): "no signature in field \(name)"
        case .fieldNameTaken(let name):
            "a field \(name) exists, or is above or below that name; choose another --field"
        case .unsuitableBase(let reason): "it cannot be signed: \(reason)"
        case .notClean(let reasons): "it is not clean: \(reasons.joined(separator: "; "))"
        case .forbidden(let prohibition): prohibition.words
        case .noSuchPage(let page): "it has no page \(page + 1)"
        case .noSuchEntry(let key): "the sheet has no entry \(key)"
        case .fileTooLarge: "it is too large: offsets have ten digits"
        case .notSigned: "it has no signature to be extended; sign it first"
        case .foreignTimestamp: "the authority stamped other bytes; try another --tsa"
        case .evidenceMissing(let what):
            "\(what) is not to be had; give issuers with --cert, or choose --level b-t"
        case .unsupportedDigest(let name): "the key asks for \(name), which is not supported"
        case .certificateMissing: "no certificate of the key is given; name it with --cert"
        case .unknownContextFormat(let format): "a context of unknown format \(format)"
        }
    }
}

extension SigningError.Prohibition {
    fileprivate var words: String {
        switch self {
        case .noChanges: "an earlier signature allows no change; only --extend is possible"
        case .lockedField(let name): "an earlier signature locks field \(name)"
        case .certificationNotFirst:
            "it is signed already, and only a first signature can certify; leave out --certify"
        case .visibleFieldAfterCertification:
            "it is certified, so a new field must be invisible; leave out --visible"
        }
    }
}
