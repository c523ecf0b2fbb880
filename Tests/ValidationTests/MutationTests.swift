import CMS
import FoundationEssentials
import PDFCore
import PDFSigning
import SwiftASN1
import TamgaTestKit
import Testing
import X509

/// What happens to a good signature when something about its certificates, their revocation or its
/// timestamp changes. Changes of bytes are in the tests of verification.
@Suite struct MutationTests {
    private func paper(
        _ world: World, stampedBy tsa: Holder? = nil, at date: Date = day(60)
    ) throws -> SignedPaper {
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: tsa, at: date)
        return paper
    }

    // Certificates.

    @Test("the issuer dropped: no path, until somebody gives it")
    func droppedIssuer() throws {
        let world = try World()
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [])
        var policy = try world.policy
        #expect(try paper.report(policy).sub == .noCertificateChainFound)
        policy.evidence.certificates = [world.issuing.der]
        #expect(try paper.report(policy).indication == .totalPassed)
    }

    @Test("another's certificate in the place of the signer's: the signature is not of its key")
    func swappedCertificate() throws {
        let world = try World(signer: Profile(serialNumber: [7]))
        let original = world.signer.der
        var twin = original
        // Signatures of ECDSA differ in length; only a twin of the same length can take the place.
        while twin == original || twin.count != original.count {
            twin = try world.issuing.issue("Anna Kim", Profile(serialNumber: [7])).der
        }
        let file = try paper(world).bytes
        let changed = file.replacing(original.hexadecimal, with: twin.hexadecimal)
        #expect(changed != file)
        let report = ValidationReport(
            of: MemorySource(changed), under: try world.policy, at: day(61))
        #expect(report.indication == .totalFailed)
        #expect(report.sub == .sigCryptoFailure)
    }

    @Test("a root of the same name and another key: no path")
    func otherRoot() throws {
        let world = try World()
        let policy = ValidationPolicy(
            anchors: try TrustAnchors(files: [Holder.root("Root").der]))
        let report = try paper(world).report(policy)
        #expect(report.sub == .noCertificateChainFound)
        #expect(report.first?.verdicts.trust.topics == [.noPath])
    }

    @Test("a namesake of the root beside it does no harm")
    func namesake() throws {
        let world = try World()
        let namesakes = try (0..<3).map { _ in try Holder.root("Root").der }
        let policy = ValidationPolicy(
            anchors: try TrustAnchors(files: namesakes + [world.root.der]))
        #expect(try paper(world).report(policy).indication == .totalPassed)
    }

    @Test("the issuing authority alone may be trusted")
    func partialPath() throws {
        let world = try World()
        let policy = ValidationPolicy(anchors: try TrustAnchors(files: [world.issuing.der]))
        #expect(try paper(world).report(policy).indication == .totalPassed)
    }

    @Test(
        "a certificate for something else cannot sign documents",
        arguments: [[ExtendedKeyUsage.Usage.serverAuth], [.timeStamping], [.ocspSigning]])
    func wrongUsage(usages: [ExtendedKeyUsage.Usage]) throws {
        let world = try World(signer: Profile(usages: usages))
        let report = try paper(world).report(world.policy)
        #expect(report.sub == .chainConstraintsFailure)
        #expect(report.first?.verdicts.trust.topics == [.wrongUsage])
    }

    @Test(
        "a certificate for mail or for anything can sign documents",
        arguments: [[ExtendedKeyUsage.Usage.emailProtection], [.any]])
    func rightUsage(usages: [ExtendedKeyUsage.Usage]) throws {
        let world = try World(signer: Profile(usages: usages))
        #expect(try paper(world).report(world.policy).indication == .totalPassed)
    }

    @Test("an issuer that is no authority makes no path")
    func issuedByLeaf() throws {
        let world = try World()
        let forged = try world.signer.issue("Forged")
        var paper = try SignedPaper()
        try paper.sign(forged, chain: [world.signer, world.issuing])
        let report = try paper.report(world.policy)
        #expect(report.sub == .certificateChainGeneralFailure)
    }

    @Test("a path longer than an authority allows is none")
    func pathTooLong() throws {
        let world = try World()
        let below = try world.issuing.issue("Below", .authority())
        var paper = try SignedPaper()
        try paper.sign(try below.issue("Deep"), chain: [below, world.issuing])
        #expect(try paper.report(world.policy).sub == .certificateChainGeneralFailure)
    }

    @Test("a critical extension that nobody knows makes no path")
    func unknownExtension() throws {
        let unknown = Certificate.Extension(oid: [1, 2, 3, 4, 5], critical: true, value: [5, 0])
        let world = try World(signer: Profile(extensions: [unknown]))
        #expect(try paper(world).report(world.policy).sub == .certificateChainGeneralFailure)
    }

    // Time.

    @Test("expired without a timestamp: nothing proves that it was in time")
    func expired() throws {
        let world = try World(signer: Profile(validity: day(0)...day(90)))
        let report = try paper(world).report(world.policy, at: day(100))
        #expect(report.sub == .outOfBoundsNoPOE)
        #expect(report.indication == .indeterminate)
    }

    @Test("expired with a timestamp from before: TOTAL-PASSED")
    func expiredStamped() throws {
        let world = try World(signer: Profile(validity: day(0)...day(90)))
        let report = try paper(world, stampedBy: world.tsa).report(world.policy, at: day(100))
        #expect(report.indication == .totalPassed)
        #expect(report.first?.verdicts.time.topics == [.expiredLater])
    }

    @Test("expired with a document timestamp from before: TOTAL-PASSED")
    func expiredSealed() throws {
        let world = try World(signer: Profile(validity: day(0)...day(90)))
        var paper = try paper(world)
        try paper.stamp(by: world.tsa, chain: [world.issuing], at: day(80))
        let report = try paper.report(world.policy, at: day(100))
        #expect(report.indication == .totalPassed)
        #expect(report.first?.provenTime == day(80))
    }

    @Test("signed over a timestamp from after its certificate's end: TOTAL-FAILED")
    func provenExpired() throws {
        let world = try World(signer: Profile(validity: day(0)...day(90)))
        var paper = try SignedPaper()
        try paper.stamp(by: world.tsa, chain: [world.issuing], at: day(95))
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: world.tsa, at: day(96))
        let report = try paper.report(world.policy, at: day(100))
        #expect(report.sub == .expired)
        #expect(report.indication == .totalFailed)
    }

    @Test("a timestamp from before the certificate's beginning: TOTAL-FAILED")
    func notYetValid() throws {
        let world = try World(signer: Profile(validity: day(50)...day(90)))
        let report = try paper(world, stampedBy: world.tsa, at: day(40)).report(world.policy)
        #expect(report.sub == .notYetValid)
        #expect(report.indication == .totalFailed)
    }

    @Test("a timestamp over other data does not belong to the signature")
    func foreignTimestamp() throws {
        let world = try World()
        var paper = try SignedPaper()
        try paper.sign(
            world.signer, chain: [world.issuing], stampedBy: world.tsa, over: Array("other".utf8))
        let report = try paper.report(world.policy)
        #expect(report.indication == .indeterminate)
        #expect(report.sub == .sigConstraintsFailure)
        #expect(report.first?.verdicts.time.topics.contains(.timestampMismatch) == true)
        #expect(report.first?.level == .b)
    }

    @Test("a timestamp of an unknown authority proves nothing and takes nothing away")
    func untrustedTimestamp() throws {
        let world = try World(signer: Profile(validity: day(0)...day(90)))
        let paper = try paper(world, stampedBy: World().tsa)
        let report = try paper.report(world.policy)
        #expect(report.indication == .totalPassed)
        #expect(report.first?.provenTime == nil)
        #expect(report.first?.timestamp?.subIndication == .noCertificateChainFound)
        #expect(try paper.report(world.policy, at: day(100)).sub == .outOfBoundsNoPOE)
    }

    @Test("a timestamp of an expired authority proves nothing, unless a newer one covers it")
    func expiredAuthority() throws {
        var short = Profile.timestamps
        short.validity = day(0)...day(70)
        let world = try World(signer: Profile(validity: day(0)...day(90)), tsa: short)
        var paper = try paper(world, stampedBy: world.tsa)
        #expect(try paper.report(world.policy, at: day(100)).sub == .outOfBoundsNoPOE)
        let newer = try world.issuing.issue("Newer clock", .timestamps)
        try paper.stamp(by: newer, chain: [world.issuing], at: day(65))
        #expect(try paper.report(world.policy, at: day(100)).indication == .totalPassed)
    }

    @Test("a revoked time-stamping authority proves nothing")
    func revokedAuthority() throws {
        let world = try World(signer: Profile(validity: day(0)...day(90)))
        let paper = try paper(world, stampedBy: world.tsa)
        var policy = try world.policy
        policy.evidence.revocationLists = [
            try world.list(on: day(99), [world.tsa.revoked(day(70))])
        ]
        let report = try paper.report(policy, at: day(100))
        #expect(report.sub == .outOfBoundsNoPOE)
        #expect(report.first?.timestamp?.isProof == false)
    }

    // Revocation.

    private func report(
        _ world: World, _ paper: SignedPaper, _ lists: [[UInt8]],
        _ requirement: ValidationPolicy.RevocationRequirement = .whereFound
    ) throws -> ValidationReport {
        var policy = try world.policy
        policy.evidence.revocationLists = lists
        policy.revocation = requirement
        return try paper.report(policy, at: day(65))
    }

    @Test("revoked, without a timestamp: nothing proves that it was in time")
    func revoked() throws {
        let world = try World()
        let list = try world.list(on: day(64), [world.signer.revoked(day(62))])
        let report = try report(world, paper(world), [list])
        #expect(report.sub == .revokedNoPOE)
        #expect(report.first?.verdicts.revocation.topics.first == .revoked)
    }

    @Test("revoked after the timestamp: TOTAL-PASSED")
    func revokedLater() throws {
        let world = try World()
        let list = try world.list(on: day(64), [world.signer.revoked(day(62))])
        let report = try report(world, paper(world, stampedBy: world.tsa), [list])
        #expect(report.indication == .totalPassed)
        #expect(report.first?.verdicts.revocation.topics.contains(.revokedLater) == true)
    }

    @Test("revoked before the timestamp: not passed")
    func revokedBefore() throws {
        let world = try World()
        let list = try world.list(on: day(64), [world.signer.revoked(day(50))])
        let report = try report(world, paper(world, stampedBy: world.tsa), [list])
        #expect(report.sub == .revokedNoPOE)
    }

    @Test("signed over a timestamp from after the revocation: TOTAL-FAILED")
    func provenRevoked() throws {
        let world = try World()
        var paper = try SignedPaper()
        try paper.stamp(by: world.tsa, chain: [world.issuing], at: day(55))
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: world.tsa, at: day(60))
        let list = try world.list(on: day(64), [world.signer.revoked(day(50))])
        let report = try report(world, paper, [list])
        #expect(report.sub == .revoked)
        #expect(report.indication == .totalFailed)
    }

    @Test("the issuing authority revoked: not passed")
    func revokedIssuer() throws {
        let world = try World()
        let list = try world.list(by: world.root, on: day(64), [world.issuing.revoked(day(50))])
        #expect(try report(world, paper(world), [list]).sub == .revokedCANoPOE)
    }

    @Test("a hold that a newer list has lifted does not count")
    func liftedHold() throws {
        let world = try World()
        let held = try world.list(
            on: day(58), [world.signer.revoked(day(57), .certificateHold)])
        let lifted = try world.list(on: day(64))
        #expect(try report(world, paper(world), [held]).sub == .revokedNoPOE)
        #expect(try report(world, paper(world), [held, lifted]).indication == .totalPassed)
    }

    @Test("a list by another key says nothing")
    func forgedList() throws {
        let world = try World()
        let other = try World()
        let list = try other.list(on: day(64), [world.signer.revoked(day(50))])
        let lenient = try report(world, paper(world), [list])
        #expect(lenient.indication == .totalPassed)
        #expect(try report(world, paper(world), [list], .always).sub == .tryLater)
    }

    @Test("a list from too long ago does not clear a certificate, but still convicts one")
    func oldList() throws {
        let world = try World()
        let old = try [
            world.list(on: day(40)), world.list(by: world.root, on: day(40)),
        ]
        let report = try report(world, paper(world), old, .always)
        #expect(report.sub == .tryLater)
        #expect(
            report.first?.verdicts.revocation.topics.contains(.staleRevocationInformation) == true)
        let convicting = try world.list(on: day(40), [world.signer.revoked(day(30))])
        #expect(try self.report(world, paper(world), [convicting]).sub == .revokedNoPOE)
    }

    @Test("a list from the future says nothing")
    func futureList() throws {
        let world = try World()
        let list = try world.list(on: day(70), [world.signer.revoked(day(50))])
        #expect(try report(world, paper(world), [list]).indication == .totalPassed)
    }

    @Test("nothing known of revocation is a matter of the policy")
    func requirement() throws {
        let plain = try World()
        let published = try World(signer: Profile(listURL: "http://crl.example/issuing.crl"))
        #expect(try report(plain, paper(plain), []).indication == .totalPassed)
        #expect(
            try report(plain, paper(plain), [], .wherePublished).indication == .totalPassed)
        #expect(try report(plain, paper(plain), [], .always).sub == .tryLater)
        #expect(try report(published, paper(published), []).indication == .totalPassed)
        #expect(try report(published, paper(published), [], .wherePublished).sub == .tryLater)
    }

    // Document timestamps.

    @Test("a document timestamp of an unknown authority keeps the file from TOTAL-PASSED")
    func untrustedSeal() throws {
        let world = try World()
        let other = try World()
        var paper = try paper(world)
        try paper.stamp(by: other.tsa, chain: [other.issuing], at: day(60.5))
        let report = try paper.report(world.policy)
        #expect(report.sub == nil)
        #expect(report.documentTimestamps.first?.subIndication == .noCertificateChainFound)
        #expect(report.indication == .indeterminate)
    }

    @Test("a timestamp later than one that covers it contradicts it")
    func contradictoryTimes() throws {
        let world = try World()
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: world.tsa, at: day(60))
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: world.tsa, at: day(59))
        let report = try paper.report(world.policy)
        #expect(report.signatures.map(\.subIndication) == [nil, .timestampOrderFailure])
    }
}

extension [UInt8] {
    /// As /Contents writes them.
    fileprivate var hexadecimal: [UInt8] {
        flatMap { byte in
            let digits = String(byte, radix: 16)
            return Array((byte < 16 ? "0" + digits : digits).utf8)
        }
    }
}
