import Domain
import Foundation
import TamgaTestKit

/// One upload's way through the whole path: inspected, laid out, certified, signed by two, sealed.
struct Journey: Sendable {
    let file: String
    let end: End

    enum End: Sendable {
        case signed(Arrival)
        /// By name: an answer of the business.
        case refused(FileTrouble)
        /// Anything else that was thrown, or a seal that is still owed.
        case fault(String)
    }

    /// A finished file.
    struct Arrival: Sendable {
        let path: String
        /// Signatures that the upload had already.
        let earlierCount: Int
        let isNormalised: Bool
    }

    var arrival: Arrival? {
        if case .signed(let arrival) = end { arrival } else { nil }
    }
}

extension Engines {
    /// Never throws: whatever happens is where the journey ended.
    func journey(of file: String, at path: String, number: Int) async -> Journey {
        do {
            return Journey(file: file, end: try await travel(path, number: number))
        } catch {
            return Journey(file: file, end: .fault("\(error)"))
        }
    }

    private func travel(_ path: String, number: Int) async throws -> Journey.End {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let sent = try await send([bytes])
        if case .error(let trouble) = sent.files[0].status { return .refused(trouble) }
        let finished = try await finish(sent)
        guard case .signed = finished.state, let facts = finished.files[0].facts else {
            return .fault("\(finished.state)")
        }
        let download = try await DownloadDocument(ports).signed(finished.id, by: Self.author)
        return .signed(
            Journey.Arrival(
                path: try await save(download, as: "\(number).pdf"),
                earlierCount: facts.signatureCount,
                isNormalised: download.pieces[0] != finished.files[0].original))
    }
}
