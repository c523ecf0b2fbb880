import CMS
import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite("Signatures made elsewhere that are refused")
struct ExternalRefusalTests {
    /// What is said of a signature that somebody else's options made.
    private func problem(
        _ kind: OutsideSigner.Kind = .p256, _ options: [String] = [], over other: [UInt8]? = nil,
        at now: Date? = nil, _ change: (inout ExternalRules) -> Void = { _ in }
    ) async throws -> ExternalSignatureProblem? {
        let signer = try await OutsideSigners.signer(kind)
        return try await problem(of: signer, options, over: other, at: now, change)
    }

    private func problem(
        of signer: OutsideSigner, _ options: [String] = [], over other: [UInt8]? = nil,
        at now: Date? = nil, _ change: (inout ExternalRules) -> Void = { _ in }
    ) async throws -> ExternalSignatureProblem? {
        let contract = try PreparedContract()
        let upload = try await signer.sign(other ?? contract.download, options)
        return #expect(throws: ExternalSignatureProblem.self) {
            try contract.accepted(upload, of: signer, at: now ?? Date(), change)
        }
    }

    @Test("one over other bytes", arguments: OutsideSigners.kinds)
    func otherBytes(kind: OutsideSigner.Kind) async throws {
        #expect(try await problem(kind, over: [1, 2, 3]) == .otherBytes)
    }

    @Test("one over other bytes without attributes", arguments: OutsideSigners.kinds)
    func otherBytesWithoutAttributes(kind: OutsideSigner.Kind) async throws {
        let problem = try await problem(kind, ["-noattr"], over: [1, 2, 3])
        #expect(problem?.name == "signatureWrong")
    }

    @Test("one whose value was changed", arguments: OutsideSigners.kinds)
    func changedValue(kind: OutsideSigner.Kind) async throws {
        let signer = try await OutsideSigners.signer(kind)
        let contract = try PreparedContract()
        var upload = try await signer.sign(contract.download)
        upload[upload.count - 1] ^= 1
        let problem = #expect(throws: ExternalSignatureProblem.self) {
            try contract.accepted(upload, of: signer)
        }
        #expect(problem?.name == "signatureWrong")
    }

    @Test("one that carries the document", arguments: OutsideSigners.kinds)
    func embedded(kind: OutsideSigner.Kind) async throws {
        #expect(try await problem(kind, ["-nodetach"], over: [1, 2, 3]) == .embeddedContent)
    }

    @Test("one of two signers")
    func twoSigners() async throws {
        let second = try await OutsideSigner(.p256)
        #expect(try await problem(.p256, second.asSecond()) == .severalSigners)
    }

    @Test("one without its signer's certificate")
    func noCertificate() async throws {
        #expect(try await problem(.p256, ["-nocerts"]) == .certificateMissing)
    }

    @Test("one by SHA-1")
    func weak() async throws {
        #expect(try await problem(.p256, ["-md", "sha1"]) == .weakAlgorithm("it rests on SHA1"))
    }

    @Test("one by a certificate that nobody trusts", arguments: OutsideSigners.kinds)
    func untrusted(kind: OutsideSigner.Kind) async throws {
        let other = try await OutsideSigner(kind)
        let problem = try await problem(kind) { rules in
            rules.policy.anchors = (try? TrustAnchors(files: [other.root])) ?? .none
        }
        #expect(problem?.name == "untrusted")
    }

    @Test("any, where the trust list is empty")
    func nobodyTrusted() async throws {
        let problem = try await problem { $0.policy.anchors = .none }
        #expect(problem == .untrusted("no certificate to trust was given"))
    }

    @Test("one by a certificate that has expired, or not begun")
    func outOfTime() async throws {
        let century = 100 * 365 * 86_400.0
        let late = try await problem(at: Date().addingTimeInterval(century))
        #expect(late?.name == "expired")
        let early = try await problem(at: Date().addingTimeInterval(-century))
        #expect(early?.name == "notYetValid")
    }

    @Test("one by a certificate on its issuer's list", arguments: OutsideSigners.kinds)
    func revoked(kind: OutsideSigner.Kind) async throws {
        let signer = try await OutsideSigner(kind)
        let list = try await signer.listWithSigner()
        let problem = try await problem(of: signer) { $0.policy.evidence.revocationLists = [list] }
        #expect(problem?.name == "revoked")
    }

    @Test("one whose revocation is not known, where the rules ask for it")
    func revocationUnknown() async throws {
        let problem = try await problem { $0.policy.revocation = .always }
        #expect(problem?.name == "revocationUnknown")
    }

    @Test("one by a certificate for encryption alone")
    func wrongUsage() async throws {
        let signer = try await OutsideSigner(
            .p256, extensions: "keyUsage=critical,keyAgreement\nsubjectKeyIdentifier=hash")
        let problem = try await problem(of: signer)
        #expect(problem?.name == "wrongUsage")
    }

    @Test("one too long for its room: the room that it needs is told, to prepare again")
    func tooLong() async throws {
        let signer = try await OutsideSigners.signer(.rsa2048)
        let contract = try PreparedContract(room: 600)
        let upload = try await signer.sign(contract.download)
        let problem = #expect(throws: ExternalSignatureProblem.self) {
            try contract.accepted(upload, of: signer)
        }
        #expect(problem == .roomExceeded(measured: upload.count, room: 600))
        #expect(problem?.needsNewPreparation == true)
    }

    @Test("after a revision that came between, the bytes are to be prepared again")
    func staleBytes() throws {
        let contract = try PreparedContract()
        let grown = MemorySource(contract.ceremony.file + [0x0A])
        #expect(throws: SigningError.self) { try BytesToSign(of: contract.update, after: grown) }
    }
}

extension ExternalSignatureProblem {
    /// Without the words, which are for logs.
    var name: String { String("\(self)".prefix { $0 != "(" }) }
}
