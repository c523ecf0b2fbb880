import FuzzHarness
import PDFCore
import PDFSigning
import PDFText

/// One file signed in process: in view and out of it, given validation data, and timestamped.
struct SessionTrial {
    let reader: PDFReader

    /// Throws where the file, rightly or not, is refused.
    func run() throws {
        var session = try SigningSession(reader.source)
        let area = Rectangle(x: 10, y: 10, width: 90, height: 30)
        // Certified and locked files refuse some of these; the others are still made.
        for place in [FileSignature.Place.visible(page: 0, area), .invisible(name: "hidden")] {
            try? sign(at: place, in: &session)
        }
        guard let last = session.context.structure.signatures.last?.field else { return }
        let data = ValidationData(certificates: [UpdateTrial.container])
        session.append(try SecurityStoreUpdate(data: [last: data]).made(on: session.context))
        let name = DocumentTimestampUpdate.freeName(in: session.context)
        let timestamp = try DocumentTimestampUpdate(fieldName: name, contentsRoom: 64)
            .prepared(on: session.context)
        session.append(try timestamp.filled(with: UpdateTrial.container))
        try GrownFile(reader, session.updates).check(lastSigned: name)
    }

    private func sign(
        at place: FileSignature.Place, in session: inout SigningSession
    ) throws {
        let signature = FileSignature(UpdateTrial.claim, at: place)
        let prepared = try session.prepared(signature, contentsRoom: 64)
        try session.append(prepared, filledWith: UpdateTrial.container)
    }
}
