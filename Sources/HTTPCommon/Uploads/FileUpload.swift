public import Domain
import HTTPTypes
public import HummingbirdCore
import NIOCore

/// Files sent as a form, streamed into the archive: kept all together when the whole body was
/// good, discarded all otherwise.
public struct FileUpload: Sendable {
    /// For what surrounds the files in the body.
    private static let formAllowance = 1 << 20

    private let archive: any Archive

    public init(archive: any Archive) {
        self.archive = archive
    }

    /// The files of the fields `files`, `files[]`, `files[0]`, … and `file`. Each must be a PDF.
    public func receive(_ request: Request) async throws -> [NewFile] {
        let form = try await form(request, files: .documents) { _ in }
        guard !form.files.isEmpty else { throw Refusal.noFiles }
        return form.files.map(\.file)
    }

    /// A whole form. `admit` looks at the fields before any file is kept.
    public func form(
        _ request: Request, files: FileFields, admit: (QueryItems) async throws -> Void
    ) async throws -> SentForm {
        let intake = try await arrived(request, files)
        do {
            try await admit(intake.fields)
            return SentForm(fields: intake.fields, files: try await intake.commit())
        } catch {
            await intake.discard()
            throw error
        }
    }

    /// The first such file, for as long as `body` takes; nothing is kept of any.
    public func lend<Result: Sendable>(
        _ request: Request, _ body: (LentFile) async throws -> Result
    ) async throws -> Result {
        let intake = try await arrived(request, .documents)
        do {
            let result = try await body(intake.firstLent())
            await intake.discard()
            return result
        } catch {
            await intake.discard()
            throw error
        }
    }

    /// Every file of the body, none of them committed yet.
    private func arrived(
        _ request: Request, _ files: FileFields
    ) async throws -> UploadIntake {
        let type = ParameterizedValue(request.headers[.contentType] ?? "")
        guard type.value == "multipart/form-data" else {
            throw RequestFailure.unsupportedMediaType(expected: "multipart/form-data")
        }
        let parser: MultipartParser
        do { parser = try MultipartParser(mediaType: type) } catch {
            throw RequestFailure.malformedMultipart(error)
        }
        let limit = Document.uploadLimit
        return try await request.withBody(
            limit: limit + Self.formAllowance, orElse: Refusal.uploadTooLarge(limit: limit)
        ) { pieces in
            try await Self.read(pieces, parser, UploadIntake(files, archive: archive))
        }
    }

    private static func read(
        _ pieces: LimitedBody, _ parser: MultipartParser, _ intake: UploadIntake
    ) async throws -> UploadIntake {
        var (parser, intake) = (parser, intake)
        do {
            for try await piece in pieces {
                for event in try parser.feed(piece.readableBytesView) {
                    try await intake.take(event)
                }
            }
            try Task.checkCancellation()
            try parser.finish()
            return intake
        } catch {
            await intake.discard()
            throw (error as? MultipartError).map(RequestFailure.malformedMultipart) ?? error
        }
    }
}
