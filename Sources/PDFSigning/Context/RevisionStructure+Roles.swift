import PDFCore

extension RevisionStructure {
    /// The objects that an update writes anew, each with all that it holds.
    private var roles: [ObjectID?] {
        [catalog.id, acroForm?.id, fieldList?.id] + (securityStore?.roles ?? [])
            + (firstPage?.roles ?? []) + Set((signatureFields + formFields).map(\.id))
    }

    /// An object that stands for two things, say a page that is the form too, cannot be written
    /// anew for the one without loss to the other.
    func checkRoles() throws(SigningError) {
        try Self.check(roles.compactMap(\.self))
    }

    /// Checks a page that is not the first against all else that is written.
    func checkRoles(with page: AnnotatedPage) throws(SigningError) {
        try Self.check((roles + page.roles).compactMap(\.self))
    }

    private static func check(_ roles: [ObjectID]) throws(SigningError) {
        var seen: Set<ObjectID> = []
        for id in roles where !seen.insert(id).inserted {
            throw .unsuitableBase("object \(id.number) stands for two things")
        }
    }
}

extension AnnotatedPage {
    fileprivate var roles: [ObjectID?] { [page.id, annotations?.id] }
}

extension SecurityStore {
    fileprivate var roles: [ObjectID?] { [id, perSignatureID] }
}
