import BenchmarkKit
import CMS
import Foundation
import Glibc
import PDFCore
import PDFSigning
import PDFText

/// Signs files in place with one key: PAdES B-B in a visible field with two lines of text.
struct EngineDesk {
    private let signer: CAdESSigner
    private let stamp: SignatureStamp
    private static let size = Size(width: 180, height: 45)

    init(key: [UInt8], certificate: [UInt8], issuer: [UInt8]) throws {
        signer = try CAdESSigner(
            certificate: certificate, chain: [issuer], key: PrivateKey(pkcs8: key))
        stamp = try SignatureStamp(
            text: "Signed by Benchmark Signer\n2026-01-01 00:00:00 UTC", size: Self.size)
    }

    func sign(_ path: String, count: Int) throws {
        var session = try SigningSession(FileSource(path: path))
        for _ in 0..<count {
            let claim = SignatureClaim(name: "Benchmark Signer", date: Date())
            let area = Rectangle(x: 50, y: 50, width: Self.size.width, height: Self.size.height)
            try session.sign(
                FileSignature(claim, at: .visible(page: 0, area), showing: stamp), by: signer)
        }
        try append(session.updates, to: path)
    }

    private func append(_ updates: [[UInt8]], to path: String) throws {
        let file = open(path, O_WRONLY | O_APPEND)
        guard file >= 0 else { throw BenchmarkFailure("cannot append to \(path)") }
        defer { close(file) }
        for update in updates {
            guard write(file, update, update.count) == update.count else {
                throw BenchmarkFailure("cannot append to \(path)")
            }
        }
    }
}

/// Verifies files whose signatures must all be good: their bytes, the path to the issuer, time.
struct EngineJudge {
    private let policy: ValidationPolicy

    init(anchor: [UInt8]) throws {
        policy = ValidationPolicy(anchors: try TrustAnchors(files: [anchor]))
    }

    func verify(_ path: String) throws {
        let source = try FileSource(path: path)
        let report = ValidationReport(of: source, under: policy, at: Date())
        guard report.isPassed else {
            throw BenchmarkFailure("\(path): \(report.signatures.flatMap(\.details))")
        }
    }
}
