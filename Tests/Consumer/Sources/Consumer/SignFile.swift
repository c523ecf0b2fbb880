import CMS
import Foundation
import PDFCore
import PDFSigning
import PDFText

/// Signs a copy of a PDF: PAdES B-B, with a visible signature on the first page.
func sign(_ input: String, key: String, password: String, output: String) throws {
    // The key with its certificate and the issuers that go into the signature.
    let file = [UInt8](try Data(contentsOf: URL(filePath: key)))
    let identity = try SigningIdentity(file: file, password: password)

    // What the signature says, and what a reader sees of it.
    let claim = SignatureClaim(name: identity.name, reason: "Agreed", date: Date())
    let place = Rectangle(x: 72, y: 72, width: 200, height: 60)
    let stamp = try SignatureStamp(
        text: "Signed by \(identity.name)", size: Size(width: 200, height: 60))
    let signature = FileSignature(claim, at: .visible(page: 0, place), showing: stamp)

    // The input is read once and never changed; what is signed is appended to a copy.
    var session = try SigningSession(FileSource(path: input))
    try session.sign(signature, by: identity.signer())
    try session.write(to: output)
}

/// Signs with a timestamp, adds everything that validation needs, and seals it with a document
/// timestamp: PAdES B-LTA.
func signForLong(
    _ input: String, as identity: SigningIdentity, output: String,
    timestamps: TokenSource, network: any RevocationSource
) async throws {
    let claim = SignatureClaim(name: identity.name, date: Date())
    var session = try SigningSession(FileSource(path: input))
    try await session.sign(
        FileSignature(claim), by: identity.signer(), timestampedBy: timestamps)

    var collector = try EvidenceCollector(source: network, at: Date())
    try await session.addEvidence(from: &collector)
    try await session.timestamp(by: timestamps)
    try session.write(to: output)
}
