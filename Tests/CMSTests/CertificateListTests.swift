import CMS
import Foundation
import SwiftASN1
import TamgaTestKit
import Testing
import X509

@Suite("Revocation lists")
struct CertificateListTests {
    static let now = Date(timeIntervalSince1970: 1_790_000_000)
    static let revoked = [
        RevokedCertificate(serialNumber: [0x10, 0x01], revokedAt: now - 60),
        RevokedCertificate(
            serialNumber: [0x7F, 0xAA, 0xBB], revokedAt: now - 3600, reason: .keyCompromise),
    ]

    private func list(
        by authority: TestAuthority, digest: DigestAlgorithm = .sha256,
        revoked: [RevokedCertificate] = Self.revoked
    ) throws -> [UInt8] {
        try CertificateListMaker(
            issuer: authority.holder.der, key: authority.holder.key.signing(by: digest)
        ).list(
            number: 258, thisUpdate: Self.now, nextUpdate: Self.now + 86_400, revoked: revoked)
    }

    @Test("openssl verifies and reads a list of ours", arguments: [false, true])
    func openssl(p384: Bool) async throws {
        let authority = try TestAuthority(p384: p384)
        var files = authority.holder.files("root")
        files["list"] = try list(by: authority, digest: p384 ? .sha384 : .sha256)
        let answer = try await OpenSSL.run(
            "crl", "-inform", "DER", "-in", "list", "-noout", "-text", "-CAfile", "root.pem",
            files: files)
        #expect(answer.complaint.contains("verify OK"), "\(answer.complaint)")
        for line in [
            "Version 2 (0x1)", "Last Update: Sep 21 14:13:20 2026 GMT",
            "Next Update: Sep 22 14:13:20 2026 GMT", "Serial Number: 7FAABB", "Key Compromise",
            "Serial Number: 1001", "X509v3 Authority Key Identifier", p384 ? "SHA384" : "SHA256",
        ] { #expect(answer.text.contains(line), "\(line)\n\(answer.text)") }
    }

    @Test("openssl refuses a certificate that a list of ours names")
    func opensslRevokes() async throws {
        let authority = try TestAuthority()
        let (bad, good) = (try authority.leaf("Bad"), try authority.leaf("Good"))
        var files = authority.holder.files("root").merging(bad.files("bad")) { $1 }
        files.merge(good.files("good")) { $1 }
        let maker = try CertificateListMaker(
            issuer: authority.holder.der, key: authority.holder.key)
        let now = Date()
        let revoked = RevokedCertificate(
            serialNumber: try bad.certificate.serialNumber, revokedAt: now - 1)
        files["list.pem"] = PKI.pem(
            "X509 CRL",
            try maker.list(
                number: 1, thisUpdate: now - 1, nextUpdate: now + 3600, revoked: [revoked]))
        for (name, isGood) in [("bad.pem", false), ("good.pem", true)] {
            let answer = try await OpenSSL.run(
                "verify", "-CAfile", "root.pem", "-CRLfile", "list.pem", "-crl_check", name,
                files: files)
            #expect(answer.succeeded == isGood, "\(answer.complaint)")
            #expect(isGood || answer.complaint.contains("certificate revoked"))
        }
    }

    @Test("what was written is read again")
    func roundTrip() throws {
        let authority = try TestAuthority()
        let list = try CertificateList(der: list(by: authority))
        #expect(list.thisUpdate == Self.now && list.nextUpdate == Self.now + 86_400)
        #expect(list.number == [1, 2] && list.digestAlgorithm == .sha256)
        for entry in Self.revoked {
            #expect(try list.entry(of: entry.serialNumber) == entry)
        }
        #expect(try list.entry(of: [0x10, 0x02]) == nil)
        #expect(try list.isSigned(by: authority.certificate))
    }

    @Test("an empty list revokes nobody")
    func empty() throws {
        let authority = try TestAuthority()
        let list = try CertificateList(der: list(by: authority, revoked: []))
        #expect(try list.entry(of: [1]) == nil)
        #expect(try list.isSigned(by: authority.certificate))
    }

    @Test("another authority's key or name, and a key that may not sign lists, are not the list's")
    func wrongSigner() throws {
        let authority = try TestAuthority()
        let list = try CertificateList(der: list(by: authority))
        #expect(try !list.isSigned(by: TestAuthority().certificate))
        #expect(try !list.isSigned(by: TestAuthority("Other").certificate))
        let leaf = try authority.leaf()
        #expect(throws: CMSError(.unexpectedStructure, "")) {
            try CertificateListMaker(issuer: leaf.der, key: leaf.key)
        }
    }

    @Test("an altered list is not signed any more")
    func altered() throws {
        let authority = try TestAuthority()
        var der = try list(by: authority)
        let position = der.indices.first { der[$0...].starts(with: [2, 2, 0x10, 0x01]) }
        der[try #require(position) + 3] = 2
        let list = try CertificateList(der: der)
        #expect(try list.entry(of: [0x10, 0x01]) == nil)
        #expect(try !list.isSigned(by: authority.certificate))
    }

    @Test("a list cut short at any byte is refused or not signed")
    func truncations() throws {
        let der = try list(by: TestAuthority())
        for length in der.indices {
            #expect(throws: CMSError.self) { try CertificateList(der: Array(der.prefix(length))) }
        }
    }

    @Test("a list of two hundred thousand entries is searched without decoding it")
    func large() throws {
        let authority = try TestAuthority()
        let many = (0..<200_000).map { number in
            let serial = withUnsafeBytes(of: UInt64(number + 1 << 40).bigEndian) { Array($0) }
            return RevokedCertificate(serialNumber: serial, revokedAt: Self.now)
        }
        let list = try CertificateList(der: list(by: authority, revoked: many))
        let last = try list.entry(of: [1, 0, 0, 3, 0x0D, 0x3F])
        #expect(last?.revokedAt == Self.now)
        #expect(try list.isSigned(by: authority.certificate))
    }
}

@Suite("Foreign revocation lists")
struct ForeignListTests {
    @Test("a list that openssl makes is read: dates, reasons, number")
    func read() async throws {
        let office = try OpenSSLListOffice()
        let list = try CertificateList(der: await office.list())
        #expect(try list.isSigned(by: office.authority.certificate))
        #expect(list.number == [0x2A])
        let entry = try list.entry(of: [0x0A, 0x01])
        #expect(entry?.reason == .superseded)
        #expect(entry?.revokedAt == Date(timeIntervalSince1970: 1_767_323_045))
        #expect(try list.entry(of: [0x0A, 0x02])?.reason == .unspecified)
    }

    @Test(
        "delta, indirect and partial lists and unknown critical extensions are refused",
        arguments: [
            "2.5.29.27 = critical, ASN1:INTEGER:1", "1.2.3.4 = critical, ASN1:NULL",
            "issuingDistributionPoint = critical, @point\n[point]\nindirectCRL = TRUE",
            "issuingDistributionPoint = critical, @point\n[point]\nonlysomereasons = superseded",
        ])
    func refused(extensions: String) async throws {
        let der = try await OpenSSLListOffice().list(extensions)
        #expect(throws: CMSError(.unsupported, "")) { try CertificateList(der: der) }
    }

    @Test("a list for authorities alone, or of another distribution point, covers no user")
    func scope() async throws {
        let office = try OpenSSLListOffice()
        let user = try office.authority.leaf().certificate
        let atPoint = try office.authority.leaf(
            extensions: Certificate.Extensions {
                Certificate.Extension(
                    oid: [2, 5, 29, 31], critical: false,
                    value: OpenSSLListOffice.point[...])
            }
        ).certificate
        #expect(atPoint.listAddresses == ["http://a.example/1"])

        let everybody = try CertificateList(der: await office.list())
        #expect(everybody.covers(user) && everybody.covers(atPoint))
        let authorities = try await office.list(
            "issuingDistributionPoint = critical, @point\n[point]\nonlyCA = TRUE")
        #expect(try !CertificateList(der: authorities).covers(user))
        #expect(try CertificateList(der: authorities).covers(office.authority.certificate))
        for (name, isItsPoint) in [("http://a.example/1", true), ("http://a.example/2", false)] {
            let list = try await office.list(
                "issuingDistributionPoint = critical, @point\n[point]\nfullname = URI:\(name)")
            #expect(try CertificateList(der: list).covers(atPoint) == isItsPoint)
            #expect(try !CertificateList(der: list).covers(user))
        }
    }
}

/// openssl's own authority with two revoked certificates in its index.
struct OpenSSLListOffice {
    let authority: TestAuthority

    init() throws { authority = try TestAuthority() }

    /// cRLDistributionPoints with http://a.example/1.
    static let point: [UInt8] =
        [0x30, 0x1A, 0x30, 0x18, 0xA0, 0x16, 0xA0, 0x14, 0x86, 0x12]
        + Array("http://a.example/1".utf8)

    func list(_ extensions: String = "") async throws -> [UInt8] {
        var files = authority.holder.files("root")
        let configuration = """
            [ca]
            default_ca = office
            [office]
            database = index
            certificate = root.pem
            private_key = root-key.pem
            crlnumber = number
            default_md = sha256
            default_crl_days = 1
            crl_extensions = extensions
            [extensions]
            authorityKeyIdentifier = keyid
            \(extensions)
            """
        files["configuration"] = Array(configuration.utf8)
        files["number"] = Array("2A\n".utf8)
        files["index"] = Array(
            """
            R\t300101000000Z\t260102030405Z,superseded\t0A01\tunknown\t/CN=One
            R\t300101000000Z\t260102030405Z\t0A02\tunknown\t/CN=Two

            """.utf8)
        let made = try await OpenSSL.run(
            "ca", "-gencrl", "-config", "configuration", "-out", "list.pem", files: files,
            read: "list.pem")
        files["list.pem"] = made.output
        return try await OpenSSL.run(
            "crl", "-in", "list.pem", "-outform", "DER", "-out", "list", files: files, read: "list"
        ).output
    }
}
