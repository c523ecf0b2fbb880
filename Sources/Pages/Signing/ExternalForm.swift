import Domain
import Words

/// What somebody sees who signs with a certificate and a tool of their own.
struct ExternalForm: Equatable, Sendable {
    /// What is filled before there is anything to sign.
    let fields: [FieldInput]
    let hasFields: Bool
    /// What kind of certificate is wanted; `nil` where any will do.
    let wanted: String?
    /// A business number is to be proven, which NPKI certificates hide.
    let asksRandom: Bool
    let problem: String?
}

extension ExternalForm {
    /// `nil` for a recipient who signs here, or does not sign.
    init?(
        _ recipient: Recipient, of document: Document, refused: RefusedForm?,
        stamp: CompanyStamp?, words: Words
    ) {
        guard let method = recipient.method, method.isExternal else { return nil }
        fields = document.fields(of: recipient).map { field in
            FieldInput(field, refused: refused, stamp: stamp, words)
        }
        hasFields = !fields.isEmpty
        wanted = method.wantedCertificate.map { words[$0] }
        asksRandom = recipient.wantedBusiness != nil
        problem = refused?.problem(at: .cms)
    }
}

extension SignatureMethod {
    /// The key of the sentence about the certificate that is wanted.
    fileprivate var wantedCertificate: String? {
        switch self {
        case .personalCertificate: "sign.external.personal"
        case .corporateCertificate: "sign.external.corporate"
        case .simple, .ownCertificate, .externalCertificate: nil
        }
    }
}
