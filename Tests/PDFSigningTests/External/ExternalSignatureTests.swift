import CMS
import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite("Signatures made elsewhere")
struct ExternalSignatureTests {
    /// How `openssl cms -sign` is asked to sign.
    enum Form: String, CaseIterable {
        case withAttributes
        case withoutAttributes
        case withCertificateNamed
        case inBER
        case inPEM

        var options: [String] {
            switch self {
            case .withAttributes, .inBER: []
            case .withoutAttributes: ["-noattr"]
            case .withCertificateNamed: ["-cades"]
            case .inPEM: ["-outform", "PEM"]
            }
        }

        func upload(_ bytes: [UInt8], by signer: OutsideSigner) async throws -> [UInt8] {
            let made = try await signer.sign(bytes, options)
            return self == .inBER ? Self.withoutLength(made) : made
        }

        /// The outermost value with an indefinite length (X.690 §8.1.3.6).
        private static func withoutLength(_ der: [UInt8]) -> [UInt8] {
            [0x30, 0x80] + der.dropFirst(2 + Int(der[1] & 0x7F)) + [0, 0]
        }
    }

    @Test(
        "what openssl signs is taken, and the file verifies with the trust list",
        arguments: OutsideSigners.kinds, Form.allCases)
    func taken(kind: OutsideSigner.Kind, form: Form) async throws {
        let signer = try await OutsideSigners.signer(kind)
        let contract = try PreparedContract()
        let upload = try await form.upload(contract.download, by: signer)
        let accepted = try contract.accepted(upload, of: signer)
        #expect(try accepted.signerCertificate == signer.certificate)

        let report = try contract.report(on: contract.file(with: accepted), trusting: signer)
        #expect(report.isPassed, "\(report.signatures.flatMap(\.details))")
        let own = try #require(report.signatures.last)
        #expect(own.subFilter == "adbe.pkcs7.detached" && own.coversWholeFile)
        #expect(own.verdicts.all.allSatisfy { $0.outcome != .failed })
    }

    @Test(
        "pyHanko finds RSA and ECDSA signatures good",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"),
        arguments: [OutsideSigner.Kind.rsa2048, .p256],
        [Form.withAttributes, .withCertificateNamed, .inBER])
    func pyHanko(kind: OutsideSigner.Kind, form: Form) async throws {
        let signer = try await OutsideSigners.signer(kind)
        let contract = try PreparedContract()
        let upload = try await form.upload(contract.download, by: signer)
        let accepted = try contract.accepted(upload, of: signer)
        let folder = try TemporaryFolder()
        let path = try folder.write(contract.file(with: accepted), as: "signed.pdf")
        let own = try folder.write(contract.ceremony.pki.root.der, as: "root.der")
        let verdicts = try await PyHankoJudge.verdicts(
            on: path, trusting: [own, signer.rootDERFile])
        #expect(verdicts.count == 2 && verdicts.allSatisfy(\.isGood), "\(verdicts)")
    }

    @Test("the next signer signs after it, and everything stays in order")
    func nextSigner() async throws {
        let signer = try await OutsideSigners.signer(.p256)
        let contract = try PreparedContract()
        let upload = try await signer.sign(contract.download)
        let delta = try contract.accepted(upload, of: signer).filled()
        let next = try Ceremony.update(contract.ceremony.names[1], number: 2)
            .prepared(on: delta.context)
            .signed { try contract.ceremony.signers[1].sign($0, of: contract.ceremony.pki) }
        let file = contract.ceremony.file + delta.bytes + next.bytes
        let report = try contract.report(on: file, trusting: signer)
        #expect(report.isPassed, "\(report.signatures.flatMap(\.details))")
        #expect(report.signatures.map(\.changesAfter) == [.permitted, .permitted, .none])
    }

    @Test("one beside an original is judged by the same rules", arguments: OutsideSigners.kinds)
    func besideOriginal(kind: OutsideSigner.Kind) async throws {
        let signer = try await OutsideSigners.signer(kind)
        let original = SamplePDF.plain().bytes()
        let signature = try ExternalSignature(upload: await signer.sign(original))
        let rules = ExternalRules(
            policy: ValidationPolicy(anchors: try TrustAnchors(files: [signer.root])))
        let digest = try signature.digest(of: MemorySource(original))
        let summary = try signature.signer(over: digest, by: rules, at: Date())
        #expect(summary.subject == "CN=Outside Signer")
        let other = try signature.digest(of: MemorySource(original + [0]))
        #expect(throws: ExternalSignatureProblem.otherBytes) {
            try signature.signer(over: other, by: rules, at: Date())
        }
    }

    @Test("the time that the signer's clock said is told")
    func signingTime() async throws {
        let signer = try await OutsideSigners.signer(.p256)
        let upload = try await signer.sign([1, 2, 3])
        let time = try #require(try ExternalSignature(upload: upload).signingTime)
        #expect(abs(Double(time) - Date().timeIntervalSince1970) < 600)
    }

    @Test(
        "a changed byte of the finished file is a failure of the hash",
        arguments: OutsideSigners.kinds)
    func changed(kind: OutsideSigner.Kind) async throws {
        let signer = try await OutsideSigners.signer(kind)
        let contract = try PreparedContract()
        let upload = try await signer.sign(contract.download)
        var file = try contract.file(with: contract.accepted(upload, of: signer))
        file[12] ^= 1
        let report = try contract.report(on: file, trusting: signer)
        #expect(report.signatures.last?.subIndication == .hashFailure)
    }
}
