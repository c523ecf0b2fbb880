/// Why an update could not be made. What the reader finds wrong in a file stays a `PDFError`.
public enum SigningError: Error, Hashable, Sendable {
    /// The CMS does not fit the room left in /Contents; both sizes in bytes.
    case roomExceeded(measured: Int, room: Int)
    /// No unsigned signature field of this name stands in the revision.
    case noOpenField(String)
    /// Two fields would bear the same name, or one would be the prefix of another.
    case fieldNameTaken(String)
    /// The file's structure does not allow what was asked; the reason names what and where.
    case unsuitableBase(String)
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
