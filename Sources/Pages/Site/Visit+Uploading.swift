import Domain
import FoundationEssentials
import HTTPCommon

extension Visit {
    /// The fields of a form with a signature, which was sent by one of our own pages.
    ///
    /// - Throws: ``RequestFailure/foreignOrigin`` for any other form.
    func signatureForm() async throws -> MultipartForm {
        try site.originCheck.require(request)
        let form = try await request.multipartForm(
            limit: Self.formLimit,
            orElse: Refusal.externalSignature(.uploadTooLarge(limit: Self.signatureLimit)))
        guard visitor.accepts(form.text("token")) else { throw RequestFailure.foreignOrigin }
        return form
    }

    /// Of a signature, in bytes.
    private static let signatureLimit = 64 << 10
    /// Of the whole form: a signature that is just too large is still read, and answered.
    private static let formLimit = 256 << 10
}

extension MultipartForm {
    /// What a field says in base64; `nil` where it says nothing.
    func base64(_ name: String) throws(Refusal) -> [UInt8]? {
        guard let text = text(name)?.filter({ !$0.isWhitespace }), !text.isEmpty else {
            return nil
        }
        guard let data = Data(base64Encoded: text) else {
            throw .invalid(path: name, .malformed)
        }
        return [UInt8](data)
    }
}
