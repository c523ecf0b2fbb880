import Domain
import FoundationEssentials
import HTTPCommon

extension Visit {
    /// The fields and small files of a form that was sent by one of our own pages.
    ///
    /// - Parameter limit: of the whole form in bytes.
    /// - Throws: ``RequestFailure/foreignOrigin`` for any other form.
    func uploadForm(limit: Int, orElse tooLarge: any Error) async throws -> MultipartForm {
        try site.originCheck.require(request)
        let form = try await request.multipartForm(limit: limit, orElse: tooLarge)
        guard visitor.accepts(form.text("token")) else { throw RequestFailure.foreignOrigin }
        return form
    }
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
