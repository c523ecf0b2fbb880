public import PDFText

/// Why a field cannot be laid out or filled, and which.
public struct FormProblem: Error, Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        /// Two slots have this key.
        case keyTaken
        /// No signature slot has the name of its owner.
        case noSuchOwner
        /// Options are missing, repeated or empty, or the places are not as many as they are.
        case unsuitableOptions
        /// A place is empty or leaves its page.
        case outsidePage
        /// The signer has no open field of this key.
        case notOpen
        /// A required field was left empty.
        case missing
        /// The entry is of another kind than the field.
        case wrongKind
        case unknownOption(String)
        /// More Unicode scalars than the field takes.
        case tooLong(maximum: Int)
        /// Not even in the smallest type.
        case doesNotFit
        /// The entry cannot be drawn: no font has a character of it, say.
        case undrawable(PDFTextError)
    }

    public let key: String
    public let cause: Cause

    public init(_ key: String, _ cause: Cause) {
        self.key = key
        self.cause = cause
    }
}

/// Names the field in whatever drawing it throws.
func naming<Result>(
    _ key: String, _ draw: () throws(PDFTextError) -> Result
) throws(FormProblem) -> Result {
    do throws(PDFTextError) {
        return try draw()
    } catch {
        throw FormProblem(key, .undrawable(error))
    }
}
