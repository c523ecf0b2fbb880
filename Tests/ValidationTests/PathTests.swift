import CMS
import Crypto
import FoundationEssentials
import PDFSigning
import SwiftASN1
import TamgaTestKit
import Testing
import X509

/// Paths that only other tools make.
@Suite struct PathTests {
    /// A certificate for a key of ours, issued by openssl.
    private func issue(
        _ name: String, by root: [UInt8], _ rootKey: [UInt8], _ options: [String]
    ) async throws -> Holder {
        let own = try Holder.root(name, Profile())
        let key = Array(own.key.pemRepresentation.utf8)
        let request = try await OpenSSL.run(
            ["req", "-new", "-key", "key.pem", "-subj", "/CN=\(name)"],
            files: ["key.pem": key])
        let arguments = [
            "x509", "-req", "-CA", "root.pem", "-CAkey", "root.key", "-days", "3650",
            "-CAcreateserial", "-outform", "DER",
        ]
        let answer = try await OpenSSL.run(
            arguments + options + ["-in", "request"],
            files: ["root.pem": root, "root.key": rootKey, "request": request.output])
        #expect(answer.succeeded, "\(answer.complaint)")
        return Holder(der: answer.output, subject: own.subject, key: own.key)
    }

    /// A root by openssl: its certificate and its key, in PEM.
    private func root(_ options: [String]) async throws -> (certificate: [UInt8], key: [UInt8]) {
        let key = try await OpenSSL.run(
            "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048")
        let certificate = try await OpenSSL.run(
            ["req", "-x509", "-key", "root.key", "-subj", "/CN=Root", "-days", "3650"] + options,
            files: ["root.key": key.output])
        #expect(certificate.succeeded, "\(certificate.complaint)")
        return (certificate.output, key.output)
    }

    private static let pss = [
        "-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32",
    ]

    @Test("certificates signed with RSASSA-PSS make a path")
    func probabilistic() async throws {
        let root = try await root(Self.pss)
        let signer = try await issue("Signer", by: root.certificate, root.key, Self.pss)
        let report = try report(signer, under: root.certificate, at: .now)
        #expect(report.indication == .totalPassed)
    }

    @Test("a certificate signed over SHA-1 cannot be relied on")
    func weak() async throws {
        let root = try await root(["-sha256"])
        let signer = try await issue("Signer", by: root.certificate, root.key, ["-sha1"])
        let report = try report(signer, under: root.certificate, at: .now)
        #expect(report.sub == .cryptoConstraintsFailure)
        #expect(report.first?.verdicts.trust.topics == [.weakPath])
    }

    private func report(
        _ signer: Holder, under root: [UInt8], at now: Date
    ) throws -> ValidationReport {
        var paper = try SignedPaper()
        try paper.sign(signer, chain: [])
        let policy = ValidationPolicy(anchors: try TrustAnchors(files: [root]))
        return try paper.report(policy, at: now)
    }

    @Test("a name that an authority may not issue makes no path", arguments: [true, false])
    func nameConstraints(isExcluded: Bool) throws {
        let name = isExcluded ? "Anna Kim" : "Somebody else"
        let excluded = try Holder.root(name).embedded.subjectName
        let subtrees = der(0xA1, der(0x30, der(0xA4, excluded)))
        let constraint = Certificate.Extension(
            oid: [2, 5, 29, 30], critical: true, value: ArraySlice(der(0x30, subtrees)))
        let root = try Holder.root("Root")
        var profile = Profile.authority()
        profile.extensions = [constraint]
        let issuing = try root.issue("Issuing", profile)
        var paper = try SignedPaper()
        try paper.sign(try issuing.issue("Anna Kim"), chain: [issuing])
        let policy = ValidationPolicy(anchors: try TrustAnchors(files: [root.der]))
        #expect(
            try paper.report(policy).sub == (isExcluded ? .certificateChainGeneralFailure : nil))
    }

    private func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        [tag, UInt8(content.count)] + content
    }

    @Test("of two certificates of one issuer, the one that is valid then is taken")
    func renewedIssuer() throws {
        let root = try Holder.root("Root")
        var early = Profile.authority()
        early.validity = day(0)...day(50)
        let old = try root.issue("Issuing", early)
        let new = try root.renew(old, validity: day(40)...day(400))
        var paper = try SignedPaper()
        try paper.sign(try old.issue("Anna Kim"), chain: [old, new])
        let policy = ValidationPolicy(anchors: try TrustAnchors(files: [root.der]))
        #expect(try paper.report(policy, at: day(61)).indication == .totalPassed)
    }
}
