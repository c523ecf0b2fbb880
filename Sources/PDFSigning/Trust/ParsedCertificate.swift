import CMS
import COpenSSL
import FoundationEssentials

/// A certificate opened by libcrypto, for paths and their rules.
///
/// Sendable because nothing changes it once it is made; what libcrypto computes of it when first
/// asked, it guards by a lock of its own.
final class ParsedCertificate: @unchecked Sendable {
    let handle: OpaquePointer
    /// Names, serial number and key, for signatures and revocation.
    let embedded: EmbeddedCertificate
    let validity: ClosedRange<Date>

    var der: [UInt8] { embedded.der }

    /// Nil where the bytes are no certificate.
    convenience init?(der: [UInt8]) {
        guard let embedded = try? EmbeddedCertificate(der: der) else { return nil }
        self.init(embedded)
    }

    init?(_ embedded: EmbeddedCertificate) {
        if embedded.hasGOSTKey { GOSTEngine.load() }
        guard let validity = embedded.validityPeriod,
            let handle = tamga_certificate(embedded.der, embedded.der.count)
        else { return nil }
        self.handle = handle
        self.embedded = embedded
        self.validity = validity
    }

    deinit { X509_free(handle) }

    var isSelfIssued: Bool { tamga_self_issued(handle) == 1 }
    var hasReadableExtensions: Bool { tamga_extensions_readable(handle) == 1 }

    func isValid(at moment: Date) -> Bool { validity.contains(moment) }

    /// Whether it names a place where its revocation would be published.
    var publishesRevocation: Bool {
        !embedded.listAddresses.isEmpty || !embedded.answerAddresses.isEmpty
    }
}
