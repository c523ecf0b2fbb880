import BenchmarkKit
import CMS
import Foundation
import PDFCore
import PDFSigning
import PDFText

/// Our library in a process of its own, as the other peers are: `_engine TASK FOLDER FILE RUNS`
/// with the task `sign`, `verify` or `floor`. Prints `figure value` lines.
struct TamgaPeer {
    private let folder: URL
    private let file: String
    private let runs: Int

    static func run(_ arguments: [String]) throws {
        guard arguments.count == 4, let runs = Int(arguments[3]) else {
            throw BenchmarkFailure("usage: _engine sign|verify|floor FOLDER FILE RUNS")
        }
        let peer = TamgaPeer(folder: URL(filePath: arguments[1]), file: arguments[2], runs: runs)
        switch arguments[0] {
        case "sign": try peer.reportSigning()
        case "verify": try peer.reportVerification()
        default: try peer.reportFloor()
        }
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    private func tell(_ figure: String, _ value: Double) {
        print(figure, String(format: "%.4f", value))
    }

    // MARK: Signing

    private func reportSigning() throws {
        let desk = try EngineDesk(
            key: bytes("signer.key"), certificate: bytes("signer.crt"), issuer: bytes("issuer.crt"))
        for _ in 0..<20 { _ = try row(EngineFile.warm, 1, desk) }
        let idle = try ProcessUsage.memory("VmRSS")
        try ProcessUsage.forgetPeak()
        let one = try (0..<runs).map { _ in try row(file, 1, desk) }
        tell("one.cpu", ProcessUsage.median(one.map(\.milliseconds)))
        tell("one.bytes", Double(one[0].byteCount))
        try keep(1)
        let ten = try (0..<max(3, runs / 10)).map { _ in try row(file, 10, desk) }
        tell("ten.cpu", ProcessUsage.median(ten.map(\.milliseconds)))
        tell("ten.bytes", Double(ten[0].byteCount))
        tell("memory", try ProcessUsage.memory("VmHWM") - idle)
        try keep(10)
    }

    /// So many signatures on a fresh copy, appended to it: what they cost together, and the bytes
    /// that each of them adds. Making the copy is no part of it.
    private func row(
        _ name: String, _ count: Int, _ desk: EngineDesk
    ) throws -> (milliseconds: Double, byteCount: Int) {
        let copy = try freshCopy(of: name)
        let before = try size(copy)
        let spent = try ProcessUsage.milliseconds { try desk.sign(copy, count: count) }
        return (spent, (try size(copy) - before) / count)
    }

    private func freshCopy(of name: String) throws -> String {
        let copy = path("tamga.pdf")
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: path(name), toPath: copy)
        return copy
    }

    private func size(_ path: String) throws -> Int { try FileSource(path: path).count }

    /// The signed file is what everybody verifies.
    private func keep(_ count: Int) throws {
        let name = String(file.dropLast(".pdf".count)) + " signed \(count).pdf"
        try? FileManager.default.removeItem(atPath: path(name))
        try FileManager.default.copyItem(atPath: path("tamga.pdf"), toPath: path(name))
    }

    // MARK: Verifying

    private func reportVerification() throws {
        let judge = try EngineJudge(anchor: bytes("issuer.crt"))
        for _ in 0..<20 { try judge.verify(path(EngineFile.small.signed(1))) }
        let idle = try ProcessUsage.memory("VmRSS")
        try ProcessUsage.forgetPeak()
        let spent = try (0..<runs).map { _ in
            try ProcessUsage.milliseconds { try judge.verify(path(file)) }
        }
        tell("verify.cpu", ProcessUsage.median(spent))
        tell("verify.memory", try ProcessUsage.memory("VmHWM") - idle)
    }

    // MARK: The floor

    /// What nobody can do without: one hash of the file and one operation with the key. Signing
    /// is held against the hash of a fresh copy, as every signature is made on one; verifying
    /// against that of a file that was read before.
    private func reportFloor() throws {
        let key = try PrivateKey(pkcs8: bytes("signer.key"))
        let signing = try (0..<101).map { _ in
            try ProcessUsage.milliseconds { _ = try key.sign([UInt8](repeating: 7, count: 32)) }
        }
        let fresh = try (0..<runs).map { _ in
            let copy = try freshCopy(of: file)
            return try ProcessUsage.milliseconds { _ = try hash(copy) }
        }
        let again = try (0..<runs).map { _ in
            try ProcessUsage.milliseconds { _ = try hash(path(file)) }
        }
        let (whole, operation) = (ProcessUsage.median(fresh), ProcessUsage.median(signing))
        tell("one.cpu", whole + operation)
        tell("ten.cpu", whole + 10 * operation)
        tell("hash.cpu", ProcessUsage.median(again))
    }

    private func hash(_ path: String) throws -> [UInt8] {
        var state = SHA256State()
        let source = try FileSource(path: path)
        try source.forEachWindow(of: 0..<source.count) { state.update($0) }
        return state.digest()
    }
}
