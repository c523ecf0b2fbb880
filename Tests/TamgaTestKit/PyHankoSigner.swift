import Crypto
import SwiftASN1

/// A signer who is not ours: pyHanko, through `Tests/Judge/sign.py`.
public struct PyHankoSigner: Sendable {
    public enum Level: String, Sendable {
        case b
        case lt
        case lta
    }

    private let folder: TemporaryFolder

    /// - Parameter files: keys, certificates and lists, by the names that the script gives them.
    public init(_ files: [String: [UInt8]]) throws {
        folder = try TemporaryFolder()
        for (name, bytes) in files { try folder.write(bytes, as: name) }
    }

    public init(_ signer: TestPKI.Holder, of pki: TestPKI) throws {
        try self.init([
            "signer.key": Array(signer.key.pemRepresentation.utf8), "signer.pem": signer.pem,
            "chain.pem": pki.issuing.pem,
        ])
    }

    /// The file with one more signature, in a new invisible field.
    public func sign(
        _ bytes: [UInt8], field: String, level: Level = .b
    ) async throws -> [UInt8] {
        let path = try folder.write(bytes, as: "unsigned.pdf")
        let answer = try await OutsideTool.run(
            PyHankoJudge.python ?? "python3",
            [Self.script, path, folder.file("signed.pdf"), field, folder.path, level.rawValue])
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
        return try folder.read("signed.pdf")
    }

    private static let script = #filePath.replacing(
        "TamgaTestKit/PyHankoSigner.swift", with: "Judge/sign.py")
}

extension TestPKI.Holder {
    public var pem: [UInt8] {
        get throws {
            Array(PEMDocument(type: "CERTIFICATE", derBytes: try der).pemString.utf8)
        }
    }
}
