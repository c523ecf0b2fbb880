public import Domain
import FoundationEssentials
import Glibc
import PDFCore

extension ChildWorkshop {
    /// Widths beyond 200…2,000 pixels become the nearest of these.
    public func pageImage(_ pieces: [Blob], page: Int, width: Int) async throws -> [UInt8] {
        let width = min(max(width, 200), 2_000)
        let path = try await cache.file("\(Self.name(of: pieces))-\(page)-\(width).png") { draft in
            let file = try await file(of: pieces)
            try await WorkFolder.lend(below: cacheFolder) { folder in
                let output = "\(folder)/page"
                try await make(
                    .drawPage(PageDrawing(file: file, page: page, width: width, output: output)))
                // pdftocairo adds the ending itself.
                guard rename("\(output).png", draft) == 0 else { throw FileTrouble.tooComplex }
            }
        }
        return try FileSource(path: path).prefix(.max)
    }

    /// At most 1 MiB of it.
    public func pageText(_ pieces: [Blob], page: Int) async throws -> String {
        let path = try await cache.file("\(Self.name(of: pieces))-\(page).txt") { draft in
            let file = try await file(of: pieces)
            try await WorkFolder.lend(below: cacheFolder) { folder in
                let output = "\(folder)/page.txt"
                try await make(.readPage(PageReading(file: file, page: page, output: output)))
                guard rename(output, draft) == 0 else { throw FileTrouble.tooComplex }
            }
        }
        return String(decoding: try FileSource(path: path).prefix(1024 * 1024), as: UTF8.self)
    }

    public func pageSizes(_ pieces: [Blob]) async throws -> [PageSize] {
        let path = try await cache.file("\(Self.name(of: pieces))-sizes.json") { draft in
            let task = PageMeasuring(pieces: try await paths(of: pieces))
            switch try await runner.answer(.measurePages(task)) {
            case .measured(let sizes):
                try JSONEncoder().encode(sizes).write(to: URL(filePath: draft))
            case .unusable(let trouble): throw trouble
            default: throw UnexpectedAnswer()
            }
        }
        let bytes = try FileSource(path: path).prefix(.max)
        return try JSONDecoder().decode([PageSize].self, from: Data(bytes))
    }

    /// One file with all the pieces: the archive's own where there is one piece.
    private func file(of pieces: [Blob]) async throws -> String {
        let paths = try await paths(of: pieces)
        guard paths.count != 1 else { return paths[0] }
        return try await cache.file("\(Self.name(of: pieces)).pdf") { draft in
            try await JoinedFile(pieces: paths).write(to: draft)
        }
    }

    private static func name(of pieces: [Blob]) -> String {
        guard pieces.count != 1 else { return "\(pieces[0].hash)" }
        return "\(ContentHash(of: pieces.flatMap(\.hash.bytes)))"
    }

    /// Has a file made by the program that the child becomes. A child that answers has not
    /// become it; poppler's programs say nothing and end with 0, or blame the file.
    private func make(_ task: ChildTask) async throws {
        switch try await runner.run(task) {
        case .exited(0, let answer):
            guard !answer.isEmpty else { return }
            throw Self.refusal(try JSONDecoder().decode(ChildAnswer.self, from: Data(answer)))
        case .exited(1...3, _), .exited(99, _): throw FileTrouble.unreadable
        case .exited(let status, let reason):
            throw ChildRunner.Fault(status: status, reason: String(decoding: reason, as: UTF8.self))
        case .killed, .overran: throw FileTrouble.tooComplex
        }
    }

    private static func refusal(_ answer: ChildAnswer) -> any Error {
        switch answer {
        case .noSuchPage: Refusal.pageNotFound
        case .unusable(let trouble): trouble
        default: UnexpectedAnswer()
        }
    }
}

extension FileSource {
    /// At most so many bytes from the start.
    fileprivate func prefix(_ limit: Int) throws(PDFError) -> [UInt8] {
        try read(0..<min(count, limit))
    }
}
