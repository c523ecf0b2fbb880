import Domain
import HTTPCommon

/// A template as people write it, in JSON (docs/templates.md): read, and not tried yet.
struct TemplateFile {
    /// A file that it names.
    struct Listed: Equatable {
        let path: String
        let name: String
    }

    let title: String
    let isFaceToFace: Bool
    let isSequential: Bool
    let confirmsByItself: Bool
    let period: SigningPeriod?
    let files: [Listed]
    let attachments: [Listed]
    let signers: [TemplateSigner]

    /// Throws ``TemplateFileError`` for the first mistake.
    init(parsing bytes: [UInt8]) throws {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw TemplateFileError("", Self.words(of: error))
        }
        let members = try TemplateMember(path: "", value: value).members(
            [
                "title", "options", "auto_confirm", "expire_day", "files", "attach_files",
                "signer",
            ], of: "a template")
        try self.init(TemplateMembers(members))
    }

    private init(_ members: TemplateMembers) throws {
        title = try members["title"].text(limit: 500)
        let options = try Self.options(members["options"])
        (isFaceToFace, isSequential) = options
        confirmsByItself = try members["auto_confirm"].boolean(or: true)
        period = try members["expire_day"].optionalInteger(in: 1...SigningPeriod.limit)
            .flatMap(SigningPeriod.init)
        files = try Self.listed(members["files"])
        attachments = try Self.listed(members["attach_files"])
        guard !files.isEmpty else { throw members["files"].error("names no file") }
        signers = try TemplateSigner.all(members["signer"])
    }

    private static func options(
        _ member: TemplateMember
    ) throws -> (meet: Bool, signerOrder: Bool) {
        guard !member.isAbsent else { return (false, true) }
        let members = TemplateMembers(try member.members(["meet", "signer_order"], of: "options"))
        return (
            try members["meet"].boolean(or: false), try members["signer_order"].boolean(or: true)
        )
    }

    private static func listed(_ member: TemplateMember) throws -> [Listed] {
        let elements = try member.elements()
        guard elements.count <= Document.fileLimit else {
            throw member.error("names more than \(Document.fileLimit) files")
        }
        return try elements.map { element in
            let members = TemplateMembers(try element.members(["path", "name"], of: "a file"))
            let path = try members["path"].text(limit: 4_096)
            let own = path.split(separator: "/").last.map(String.init) ?? path
            return Listed(path: path, name: try members["name"].optionalText(limit: 255) ?? own)
        }
    }

    private static func words(of failure: RequestFailure) -> String {
        switch failure {
        case .malformedJSON(let offset): "is no JSON from byte \(offset) on"
        case .jsonTooDeep(let limit): "is nested more than \(limit) deep"
        default: "is no JSON"
        }
    }
}

/// Members by name; those that were not read as known are absent.
struct TemplateMembers {
    private let members: [String: TemplateMember]

    init(_ members: [String: TemplateMember]) {
        self.members = members
    }

    subscript(name: String) -> TemplateMember {
        members[name] ?? TemplateMember(path: name, value: .null)
    }
}

extension TemplateFile {
    var fields: [Field] { signers.flatMap(\.items).map(\.field) }

    func path(ofField id: String) -> String {
        signers.flatMap(\.items).first { $0.field.id == id }?.path ?? "signer"
    }

    /// With the files as the archive has them.
    func template(files: [NewFile], attachments: [NewFile]) -> NewTemplate {
        NewTemplate(
            title: title, isSequential: isSequential, isFaceToFace: isFaceToFace,
            requiresApproval: !confirmsByItself, period: period, parties: signers.map(\.party),
            fields: fields, files: files, attachments: attachments)
    }
}
