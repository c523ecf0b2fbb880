public import Domain
import Foundation

/// `tamga template import`: a template's file and the files that it names become a template.
public struct TemplateImport: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// - Parameter id: of the template that this is a new version of.
    /// - Throws: ``TemplateFileError`` for a mistake in the file; a refusal.
    public func callAsFunction(
        _ path: String, as id: TemplateID? = nil, by author: User
    ) async throws -> Template {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw TemplateFileError("", "\(path) cannot be read")
        }
        let file = try TemplateFile(parsing: [UInt8](bytes))
        let folder = URL(filePath: path).deletingLastPathComponent()
        let files = try Self.bytes(of: file.files, "files", in: folder)
        let attachments = try Self.bytes(of: file.attachments, "attach_files", in: folder)
        let template = file.template(
            files: try await stored(files), attachments: try await stored(attachments))
        do {
            return try await ImportTemplate(ports)(template, as: id, by: author)
        } catch let trouble as TemplateTrouble {
            throw TemplateFileError(trouble, in: file)
        }
    }

    /// All of a list, which together are no longer than an upload may be.
    private static func bytes(
        of listed: [TemplateFile.Listed], _ key: String, in folder: URL
    ) throws -> [(name: String, bytes: Data)] {
        var room = Document.uploadLimit
        return try listed.enumerated().map { index, file in
            let place = URL(filePath: file.path, relativeTo: folder)
            guard let bytes = try? Data(contentsOf: place, options: .mappedIfSafe) else {
                throw TemplateFileError("\(key)[\(index)].path", "\(file.path) cannot be read")
            }
            room -= bytes.count
            guard room >= 0 else {
                throw TemplateFileError(key, "more than \(Document.uploadLimit) bytes together")
            }
            return (file.name, bytes)
        }
    }

    private func stored(_ files: [(name: String, bytes: Data)]) async throws -> [NewFile] {
        var stored: [NewFile] = []
        for file in files {
            let blob = try await ports.archive.store([UInt8](file.bytes))
            stored.append(NewFile(name: file.name, blob: blob))
        }
        return stored
    }
}
