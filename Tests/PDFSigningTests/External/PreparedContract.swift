import CMS
import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit

/// A laid-out, certified document whose first signer signs elsewhere.
struct PreparedContract {
    let ceremony: Ceremony
    let update: PreparedUpdate

    init(room: Int = ExternalSignature.contentsRoom) throws {
        ceremony = try Ceremony(base: SamplePDF.plain(pages: 3).bytes(), signers: 2)
        var signer = Ceremony.update(ceremony.names[0], number: 1)
        signer.format = .pkcs7
        signer.contentsRoom = room
        update = try signer.prepared(on: ceremony.context)
    }

    var bytes: BytesToSign {
        get throws { try BytesToSign(of: update, after: MemorySource(ceremony.file)) }
    }

    /// As somebody downloads them.
    var download: [UInt8] {
        get throws {
            let bytes = try bytes
            return try bytes.read(0..<bytes.count)
        }
    }

    /// Judged as of now, by rules that trust the signer's root.
    func accepted(
        _ upload: [UInt8], of signer: OutsideSigner, at now: Date = Date(),
        _ change: (inout ExternalRules) -> Void = { _ in }
    ) throws -> AcceptedSignature {
        let signature = try ExternalSignature(upload: upload)
        var rules = ExternalRules(
            policy: ValidationPolicy(anchors: try TrustAnchors(files: [signer.root])))
        change(&rules)
        return try signature.accepted(over: bytes, by: rules, at: now)
    }

    /// The whole file with that signature.
    func file(with signature: AcceptedSignature) throws -> [UInt8] {
        ceremony.file + (try signature.filled()).bytes
    }

    func report(
        on file: [UInt8], trusting signer: OutsideSigner
    ) throws -> ValidationReport {
        let anchors = try TrustAnchors(files: [signer.root, ceremony.pki.root.der])
        return ValidationReport(
            of: MemorySource(file), under: ValidationPolicy(anchors: anchors), at: Date())
    }
}

/// Signers of tests, made once.
enum OutsideSigners {
    private static let p256 = Task { try await OutsideSigner(.p256) }
    private static let rsa2048 = Task { try await OutsideSigner(.rsa2048) }
    private static let gost256 = Task { try await OutsideSigner(.gost256) }
    private static let gost512 = Task { try await OutsideSigner(.gost512) }

    static func signer(_ kind: OutsideSigner.Kind) async throws -> OutsideSigner {
        switch kind {
        case .p256: try await p256.value
        case .rsa2048: try await rsa2048.value
        case .gost256: try await gost256.value
        case .gost512: try await gost512.value
        }
    }

    /// Those that this machine can judge: all where the engine is installed.
    static let kinds = OutsideSigner.Kind.allCases.filter {
        !$0.isGOST || GOSTEngine.isAvailable
    }
}
