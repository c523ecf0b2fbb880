import FoundationEssentials
import PDFSigning
import TamgaTestKit
import Testing

@Suite struct LevelTests {
    private let world: World

    init() throws { world = try World() }

    @Test("a plain signature is TOTAL-PASSED at B-B, its revocation unknown")
    func plain() throws {
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [world.issuing])
        let report = try paper.report(world.policy)
        #expect(report.indication == .totalPassed)
        #expect(report.first?.level == .b)
        #expect(report.first?.provenTime == nil)
        #expect(report.first?.verdicts.revocation.outcome == .indeterminate)
        #expect(report.first?.verdicts.time.topics == [.noTimestamp])
    }

    @Test("a trusted timestamp makes B-T and proves the time")
    func stamped() throws {
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: world.tsa, at: day(60))
        let report = try paper.report(world.policy)
        #expect(report.indication == .totalPassed)
        #expect(report.first?.level == .t)
        #expect(report.first?.provenTime == day(60))
        #expect(report.first?.timestamp?.isProof == true)
    }

    @Test("chains and fresh lists in the file make B-LT, and revocation is known")
    func longTerm() throws {
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: world.tsa, at: day(60))
        try paper.add(world.evidence())
        var policy = try world.policy
        policy.revocation = .always
        let report = try paper.report(policy)
        #expect(report.indication == .totalPassed)
        #expect(report.first?.level == .lt)
        #expect(report.first?.verdicts.revocation == Verdict(.passed))
    }

    @Test("without the list of the root it stays at B-T")
    func incomplete() throws {
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: world.tsa)
        var evidence = try world.evidence()
        evidence.revocationLists.removeLast()
        try paper.add(evidence)
        #expect(try paper.report(world.policy).first?.level == .t)
    }

    @Test("what the user gives does not raise the file's level")
    func givenEvidence() throws {
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: world.tsa)
        var policy = try world.policy
        policy.evidence = try world.evidence()
        let report = try paper.report(policy)
        #expect(report.first?.verdicts.revocation.outcome == .passed)
        #expect(report.first?.level == .t)
    }

    private func sealed() throws -> SignedPaper {
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: world.tsa, at: day(60))
        try paper.add(world.evidence())
        try paper.stamp(
            by: world.tsa, chain: [world.issuing], at: day(60.5), auditHead: [0xAB, 0x01])
        return paper
    }

    @Test("a document timestamp over the evidence makes B-LTA and tells the audit head")
    func archived() throws {
        let report = try sealed().report(world.policy)
        #expect(report.indication == .totalPassed)
        #expect(report.first?.level == .lta)
        #expect(report.documentTimestamps.map(\.indication) == [.totalPassed])
        #expect(report.documentTimestamps.first?.provenTime == day(60.5))
        #expect(report.auditHead == "ab01")
    }

    @Test("a document timestamp before the evidence makes no B-LTA")
    func archivedTooEarly() throws {
        var paper = try SignedPaper()
        try paper.sign(world.signer, chain: [world.issuing], stampedBy: world.tsa)
        try paper.stamp(by: world.tsa, chain: [world.issuing], at: day(60.5))
        try paper.add(world.evidence())
        #expect(try paper.report(world.policy).first?.level == .lt)
    }

    @Test("the level is told of a signature that nobody trusts too")
    func untrusted() throws {
        let report = try sealed().report(ValidationPolicy(anchors: .none))
        #expect(report.indication == .indeterminate)
        #expect(report.sub == .noCertificateChainFound)
        #expect(report.first?.level == .t)
    }

    @Test("a report survives being written as JSON")
    func coding() throws {
        let report = try sealed().report(world.policy)
        let json = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(ValidationReport.self, from: json) == report)
    }

    @Test("no word stands for two findings")
    func codes() {
        let words = Finding.Code.allCases.map(\.rawValue)
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { Finding.Code(rawValue: $0)?.rawValue == $0 })
    }
}
