import Domain
import HTTPCommon

extension CreateDocument {
    struct Signer {
        let name: PersonName
        let email: EmailAddress
        let number: Int?
        let method: SignatureMethod
        let requiresVerification: Bool

        init(_ field: JSONField) throws(Refusal) {
            let patronymic = try field.member("patronymic").optionalString()
            name = PersonName(
                lastName: try field.member("lastName").string(),
                firstName: try Self.filled(field.member("firstName")),
                patronymic: patronymic.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 })
            email = try Self.email(field.member("email"))
            number = try field.member("number").optionalInt32().map(Int.init)
            method = try Self.method(field.member("approveType"))
            requiresVerification =
                try field.member("verificationRequire").optionalBoolean() ?? false
        }

        func command() -> NewRecipient {
            NewRecipient(
                name: name, contact: .email(email), number: number, role: .signer(method),
                access: method.isExternal ? .link : .code,
                requiresVerification: requiresVerification)
        }

        private static func email(_ field: JSONField) throws(Refusal) -> EmailAddress {
            guard let email = EmailAddress(try filled(field)) else { throw field.malformed }
            return email
        }

        private static func filled(_ field: JSONField) throws(Refusal) -> String {
            let text = try field.string()
            guard !text.allSatisfy(\.isWhitespace) else {
                throw .invalid(path: field.path, .blank)
            }
            return text
        }

        private static func method(_ field: JSONField) throws(Refusal) -> SignatureMethod {
            guard let text = try field.optionalString() else { return .simple }
            switch try ApproveType.names.value(text, at: field.path) {
            case .bes: return .simple
            case .aesLightDoc: return .ownCertificate
            case .qesRu: return .externalCertificate
            case .besVisual: throw .invalid(path: field.path, .unsupported)
            }
        }
    }
}

/// Kinds of signature of the contract; not all of them can be asked for over the API.
enum ApproveType: CaseIterable {
    case bes, besVisual, aesLightDoc, qesRu

    static let names = WireNames<ApproveType>(names: [
        ("Bes", .bes), ("AesLightDoc", .aesLightDoc), ("QesRu", .qesRu), ("BesVisual", .besVisual),
    ])
}
