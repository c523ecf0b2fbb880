import Domain
import PDFCore
import PDFSigning

extension UploadFacts {
    /// The facts of an unsigned file.
    func unsigned(isClean: Bool) throws(FileTrouble) -> FileFacts {
        try checkPages()
        return FileFacts(
            pageCount: pageCount, signatureCount: 0, isClean: isClean, contents: contents)
    }

    /// The facts of a signed file, to which signatures can still be added.
    func signed(_ cleanness: Cleanness) throws(FileTrouble) -> FileFacts {
        try checkPages()
        if certification == .noChanges { throw .certifiedAgainstChanges }
        if areNewFieldsLocked { throw .fieldsLocked }
        if let trouble = cleanness.signedTrouble { throw trouble }
        return FileFacts(
            pageCount: pageCount, signatureCount: signedFieldNames.count, isClean: true,
            contents: contents)
    }

    private func checkPages() throws(FileTrouble) {
        if hasDynamicXFA { throw .dynamicForm }
        guard pageCount > 0 else { throw .empty }
        guard pageCount <= PDFLimits().pages else { throw .tooManyPages }
    }

    /// A launch action is told as an action on opening: both act without being asked to.
    private var contents: Set<FileFacts.Notable> {
        var contents: Set<FileFacts.Notable> = []
        if hasAttachments { contents.insert(.attachments) }
        if hasForm { contents.insert(.forms) }
        if hasJavaScript { contents.insert(.javaScript) }
        if hasOpenAction || hasLaunch { contents.insert(.openAction) }
        return contents
    }
}
