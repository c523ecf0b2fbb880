/// Why an update could not be made. What the reader finds wrong in a file stays a `PDFError`.
public enum SigningError: Error, Hashable, Sendable {
    /// What earlier signatures of the file rule out.
    public enum Prohibition: Hashable, Sendable {
        /// A certification or a lock allows no change but validation data and timestamps.
        case noChanges
        /// An earlier signature locks this field.
        case lockedField(String)
        /// A certification may only be the first signature.
        case certificationNotFirst
        /// Validators take a new visible field in a certified document for a forbidden change.
        case visibleFieldAfterCertification
    }

    /// The CMS does not fit the room left in /Contents; both sizes in bytes.
    case roomExceeded(measured: Int, room: Int)
    /// No unsigned signature field of this name stands in the revision.
    case noOpenField(String)
    /// No signature stands in a field of this name.
    case noSignature(String)
    /// Two fields would bear the same name, or one would be the prefix of another.
    case fieldNameTaken(String)
    /// The file's structure does not allow what was asked; the reason names what and where.
    case unsuitableBase(String)
    /// The file cannot stay an exact prefix of a signed one, for these reasons: it is to be
    /// written anew before it is signed, unless it bears signatures already.
    case notClean([String])
    /// An earlier signature of the file does not allow what was asked.
    case forbidden(Prohibition)
    /// There is no signature to be extended.
    case notSigned
    /// A timestamp is over other bytes than those it was asked for.
    case foreignTimestamp
    /// What validating a signature later will need is not to be had; says what.
    case evidenceMissing(String)
    /// Nothing here computes the digest that the signer's key asks for.
    case unsupportedDigest(String)
    /// A stored context was written in a format that this version does not read.
    case unknownContextFormat(Int)
    /// A page was named that does not exist, counted from 0.
    case noSuchPage(Int)
    /// The sheet has no entry of this key.
    case noSuchEntry(String)
    /// A revision cannot grow beyond the ten digits of an xref table's offset.
    case fileTooLarge
    /// None of the given certificates is that of the key.
    case certificateMissing
}
