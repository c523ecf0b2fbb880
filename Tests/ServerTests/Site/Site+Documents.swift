import Domain
import TamgaTestKit

extension Site {
    static let pair = ["Сидорова Анна Ивановна", "Иванов Иван Иванович"]

    func draft(
        signers: [String] = pair, language: Language = .english, isSequential: Bool = false
    ) async throws -> Document {
        try await CreateDocument(ports)(
            NewDocument(
                clientID: nil, name: "Договор", isSequential: isSequential, language: language,
                recipients: signers.enumerated().map(Self.recipient)), by: author)
    }

    /// Uploads, and waits until the files are read and the document is sent or stays a draft.
    func upload(_ files: [[UInt8]], to id: DocumentID) async throws -> Document {
        var uploads: [NewFile] = []
        for (index, bytes) in files.enumerated() {
            uploads.append(
                NewFile(name: "file\(index + 1).pdf", blob: try await ports.archive.store(bytes)))
        }
        _ = try await UploadFiles(ports)(uploads, to: id, by: author)
        return try await wait(for: id) { document in
            document.state == .signing
                || document.files.contains { if case .error = $0.status { true } else { false } }
        }
    }

    /// A document whose invitations are out.
    func sent(
        _ files: [[UInt8]] = [SamplePDF.plain().bytes()], signers: [String] = pair,
        language: Language = .english, isSequential: Bool = false
    ) async throws -> Document {
        let draft = try await draft(
            signers: signers, language: language, isSequential: isSequential)
        let document = try await upload(files, to: draft.id)
        guard document.state == .signing else {
            throw OutsideTool.Failure("not sent: \(document.files.map(\.status))")
        }
        return document
    }

    /// Signed by everyone, one after the other, and sealed.
    func completed(_ document: Document) async throws -> Document {
        for position in document.recipients.indices {
            try await ready(position, of: document).sign()
        }
        return try await sealed(document.id)
    }

    func sealed(_ id: DocumentID) async throws -> Document {
        try await wait(for: id) { $0.state.status == .signed }
    }

    private static func recipient(_ index: Int, _ name: String) -> NewRecipient {
        NewRecipient(
            name: PersonName(name) ?? PersonName(lastName: name, firstName: ""),
            contact: .email(Sample.email("signer\(index)@example.com")), number: nil,
            role: .signer(index.isMultiple(of: 2) ? .simple : .ownCertificate), access: .code,
            requiresVerification: false)
    }
}
