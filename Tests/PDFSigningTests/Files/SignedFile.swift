import CMS
import FoundationEssentials
import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit

/// A file signed in process, with the little PKI that its signers have.
struct SignedFile {
    static let claim = SignatureClaim(
        name: "Анна Ким", reason: "Согласна", location: "Busan", date: Ceremony.started)

    let pki: TestPKI
    let signer: CAdESSigner
    var session: SigningSession

    init(_ base: [UInt8]) throws {
        pki = try TestPKI()
        let holder = try pki.leaf("Анна Ким")
        signer = try CAdESSigner(
            certificate: holder.der, chain: [pki.issuing.der], key: PrivateKey(holder.key))
        session = try SigningSession(MemorySource(base))
    }

    var bytes: [UInt8] {
        get throws {
            try session.base.read(0..<session.base.count) + session.updates.joined()
        }
    }

    mutating func sign(
        at place: FileSignature.Place = .invisible(), showing stamp: SignatureStamp? = nil,
        certification: CertificationLevel? = nil, lock: FileSignature.Lock? = nil
    ) throws {
        let signature = FileSignature(
            Self.claim, at: place, showing: stamp, certification: certification, lock: lock)
        try session.sign(signature, by: signer)
    }

    static func stamp(_ text: String = "Подписала Анна Ким\n부산 2026") throws -> SignatureStamp {
        try SignatureStamp(text: text, size: Size(width: 180, height: 50))
    }

    static let corner = Rectangle(x: 40, y: 60, width: 180, height: 50)

    /// What pyHanko says, the file and its root written into a folder of their own.
    func pyHanko() async throws -> [PyHankoJudge.Verdict] {
        let folder = try TemporaryFolder()
        let path = try folder.write(try bytes, as: "signed.pdf")
        let root = try folder.write(try pki.root.der, as: "root.der")
        return try await PyHankoJudge.verdicts(on: path, trusting: [root])
    }

    /// What pyHanko says when only the file's own validation data counts, by field.
    func longTermIndications() async throws -> [String: String] {
        let folder = try TemporaryFolder()
        let path = try folder.write(try bytes, as: "signed.pdf")
        let root = try folder.write(try pki.root.der, as: "root.der")
        return try await PyHankoJudge.longTermIndications(on: path, trusting: [root])
    }

    func output(
        of program: String, _ arguments: [String], seconds: Int = 60
    ) async throws -> OutsideTool.Answer {
        let folder = try TemporaryFolder()
        let path = try folder.write(try bytes, as: "signed.pdf")
        return try await OutsideTool.run(program, arguments + [path], seconds: seconds)
    }
}
