import CMS
import FoundationEssentials
import PDFSigning

/// A root, an issuing authority, a signer and a time-stamping authority.
struct World {
    let root: Holder
    let issuing: Holder
    let signer: Holder
    let tsa: Holder

    init(signer profile: Profile = Profile(), tsa stamps: Profile = .timestamps) throws {
        root = try Holder.root("Root")
        issuing = try root.issue("Issuing", .authority(0))
        signer = try issuing.issue("Anna Kim", profile)
        tsa = try issuing.issue("Clock", stamps)
    }

    /// Trust in the root.
    var policy: ValidationPolicy {
        get throws { ValidationPolicy(anchors: try TrustAnchors(files: [root.der])) }
    }

    /// A list of an authority, of a day, with a week's validity.
    func list(
        by authority: Holder? = nil, signedWith key: Holder? = nil, on date: Date = day(60),
        until next: Date? = nil, _ revoked: [RevokedCertificate] = []
    ) throws -> [UInt8] {
        let authority = authority ?? issuing
        let maker = try CertificateListMaker(
            issuer: authority.der, key: PrivateKey((key ?? authority).key))
        return try maker.list(
            number: 1, thisUpdate: date, nextUpdate: next ?? date.addingTimeInterval(7 * 86_400),
            revoked: revoked)
    }

    /// What is needed to validate everything, as of a day.
    func evidence(
        on date: Date = day(60), _ revoked: [RevokedCertificate] = []
    ) throws -> ValidationData {
        ValidationData(
            certificates: [issuing.der, signer.der, tsa.der],
            revocationLists: try [list(on: date, revoked), list(by: root, on: date)])
    }
}
