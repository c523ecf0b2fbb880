import Domain

// Every name of this wire, in the documented casing; read in any case.

extension DocumentStatus {
    /// `sealing` is not told apart: all have signed, and the document still reads Signing.
    var wireName: String {
        switch self {
        case .draft: "Draft"
        case .signing, .awaitingApproval, .sealing: "Signing"
        case .signed: "Signed"
        case .rejected: "Rejected"
        case .deleted: "Deleted"
        }
    }
}

extension DocumentFile.Status {
    var wireName: String {
        switch self {
        case .parsing: "Parsing"
        case .done: "Done"
        case .error: "Error"
        case .deleted: "Deleted"
        }
    }
}

extension Turn.Progress {
    /// `nil` before the step is reached.
    var wireName: String? {
        switch self {
        case .waiting: nil
        case .notified: "Notified"
        case .opened: "Opened"
        case .approved, .reviewed: "Approved"
        case .rejected: "Rejected"
        }
    }
}

extension SignatureMethod {
    var wireName: String {
        switch self {
        case .simple: "Bes"
        case .ownCertificate: "AesLightDoc"
        case .externalCertificate, .personalCertificate, .corporateCertificate: "QesRu"
        }
    }
}

extension DocumentAction {
    var wireName: String {
        switch self {
        case .send: "Send"
        case .revoke: "Revoke"
        case .deleteReleased: "DeleteReleased"
        case .deleteDraft: "DeleteDraft"
        case .editRejected: "EditRejected"
        }
    }
}

/// Values by their name on the wire.
struct WireNames<Value: Sendable>: Sendable {
    let names: [(name: String, value: Value)]

    /// Refused with the list of names where there is no such value.
    func value(_ text: String, at path: String) throws(Refusal) -> Value {
        guard let match = names.first(where: { $0.name.lowercased() == text.lowercased() }) else {
            throw .invalid(path: path, .notOneOf(names.map(\.name)))
        }
        return match.value
    }
}
