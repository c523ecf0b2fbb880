import CMS
import Crypto
import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit

/// A file on which signatures, validation data and document timestamps pile up.
struct SignedPaper {
    private var session: SigningSession
    private var count = 0

    init(_ base: SamplePDF = .plain()) throws {
        session = try SigningSession(MemorySource(base.bytes()))
    }

    var bytes: [UInt8] {
        get throws { try session.base.read(0..<session.base.count) + session.updates.joined() }
    }

    /// Signs with a chain, and adds a timestamp if there is an authority for it.
    mutating func sign(
        _ signer: Holder, chain: [Holder], stampedBy tsa: Holder? = nil, at date: Date = day(60),
        over other: [UInt8]? = nil
    ) throws {
        let maker = try CAdESSigner(
            certificate: signer.der, chain: chain.map(\.der), key: PrivateKey(signer.key))
        try append(at: date) { digest in
            let cms = try maker.sign(messageDigest: digest)
            guard let tsa else { return cms }
            let signed = try SignedData(der: cms)
            let imprint = SHA256.hash(data: other ?? signed.signer.signature)
            let token = try Self.token(over: Array(imprint), by: tsa, chain: chain, at: date)
            return try signed.adding(timestamp: token)
        }
    }

    /// Appends a signature whose container is made elsewhere.
    mutating func append(
        at date: Date = day(60), _ container: ([UInt8]) throws -> [UInt8]
    ) throws {
        let claim = SignatureClaim(name: "Anna Kim", date: date)
        let prepared = try session.prepared(FileSignature(claim), contentsRoom: 12_000)
        try session.append(prepared, filledWith: container(prepared.digest))
    }

    /// Appends a signature that somebody else makes of the signed bytes themselves.
    mutating func append(signing: ([UInt8]) async throws -> [UInt8]) async throws {
        let claim = SignatureClaim(name: "Anna Kim", date: day(60))
        let prepared = try session.prepared(FileSignature(claim), contentsRoom: 12_000)
        let whole = try bytes + prepared.update.delta
        let hole = prepared.update.hole
        let container = try await signing(
            Array(whole[..<hole.lowerBound] + whole[hole.upperBound...]))
        try session.append(prepared, filledWith: container)
    }

    /// Adds validation data for the newest signature.
    mutating func add(_ data: ValidationData) throws {
        let field = session.context.structure.signatures.map(\.field).last ?? ""
        session.append(try SecurityStoreUpdate(data: [field: data]).made(on: session.context))
    }

    mutating func stamp(
        by tsa: Holder, chain: [Holder], at date: Date, auditHead: [UInt8]? = nil
    ) throws {
        let name = DocumentTimestampUpdate.freeName(in: session.context)
        let update = DocumentTimestampUpdate(
            fieldName: name, contentsRoom: 8000, auditHead: auditHead)
        session.append(
            try update.prepared(on: session.context).signed { digest in
                try Self.token(over: digest, by: tsa, chain: chain, at: date)
            })
    }

    private static func token(
        over digest: [UInt8], by tsa: Holder, chain: [Holder], at date: Date
    ) throws -> [UInt8] {
        let signer = try TimestampSigner(
            certificate: tsa.der, chain: chain.map(\.der), key: PrivateKey(tsa.key),
            policy: "1.2.3.4")
        let request = try TimestampRequest(imprint: digest, nonce: nil)
        guard case .granted(let token) = try signer.response(to: request, serial: [1], at: date)
        else { throw CMSError(.signingFailed, "the authority refused") }
        return token.der
    }

    func report(_ policy: ValidationPolicy, at now: Date = day(61)) throws -> ValidationReport {
        ValidationReport(of: MemorySource(try bytes), under: policy, at: now)
    }
}

extension ValidationReport {
    /// Of the first signature: `nil` where it is TOTAL-PASSED.
    var sub: SubIndication? { signatures.first?.subIndication }
    var first: SignatureValidation? { signatures.first }
}

extension Verdict {
    var topics: [Finding.Topic] {
        findings.compactMap { if case .validation(let topic) = $0.code { topic } else { nil } }
    }
}
