extension OID {
    // Content types and attributes (RFC 5652 §4, §11; RFC 5035; RFC 3161).
    static let data: OID = [1, 2, 840, 113549, 1, 7, 1]
    static let signedData: OID = [1, 2, 840, 113549, 1, 7, 2]
    static let contentType: OID = [1, 2, 840, 113549, 1, 9, 3]
    static let messageDigest: OID = [1, 2, 840, 113549, 1, 9, 4]
    static let signingTime: OID = [1, 2, 840, 113549, 1, 9, 5]
    static let signingCertificate: OID = [1, 2, 840, 113549, 1, 9, 16, 2, 12]
    static let signingCertificateV2: OID = [1, 2, 840, 113549, 1, 9, 16, 2, 47]
    static let timestampToken: OID = [1, 2, 840, 113549, 1, 9, 16, 2, 14]
    static let timestampInfo: OID = [1, 2, 840, 113549, 1, 9, 16, 1, 4]
    /// adbe-revocationInfoArchival (ISO 32000-2 §12.8.3.3.2).
    static let revocationArchival: OID = [1, 2, 840, 113583, 1, 1, 8]
    /// id-ri-ocsp-response (RFC 5940 §3).
    static let answerAsRevocationInfo: OID = [1, 3, 6, 1, 5, 5, 7, 16, 2]

    // Digests (RFC 5754, RFC 1321).
    static let md5: OID = [1, 2, 840, 113549, 2, 5]
    static let sha1: OID = [1, 3, 14, 3, 2, 26]
    static let sha224: OID = [2, 16, 840, 1, 101, 3, 4, 2, 4]
    static let sha256: OID = [2, 16, 840, 1, 101, 3, 4, 2, 1]
    static let sha384: OID = [2, 16, 840, 1, 101, 3, 4, 2, 2]
    static let sha512: OID = [2, 16, 840, 1, 101, 3, 4, 2, 3]

    // GOST R 34.11-2012 and 34.10-2012: digests, keys, signatures with their digests (RFC 9215).
    static let streebog256: OID = [1, 2, 643, 7, 1, 1, 2, 2]
    static let streebog512: OID = [1, 2, 643, 7, 1, 1, 2, 3]
    static let gost256: OID = [1, 2, 643, 7, 1, 1, 1, 1]
    static let gost512: OID = [1, 2, 643, 7, 1, 1, 1, 2]
    static let gost256WithStreebog: OID = [1, 2, 643, 7, 1, 1, 3, 2]
    static let gost512WithStreebog: OID = [1, 2, 643, 7, 1, 1, 3, 3]

    // Keys and signatures (RFC 4055, RFC 5480, RFC 5758, RFC 8410).
    static let rsaEncryption: OID = [1, 2, 840, 113549, 1, 1, 1]
    static let mgf1: OID = [1, 2, 840, 113549, 1, 1, 8]
    static let rsaPSS: OID = [1, 2, 840, 113549, 1, 1, 10]
    static let md5WithRSA: OID = [1, 2, 840, 113549, 1, 1, 4]
    static let sha1WithRSA: OID = [1, 2, 840, 113549, 1, 1, 5]
    static let sha224WithRSA: OID = [1, 2, 840, 113549, 1, 1, 14]
    static let sha256WithRSA: OID = [1, 2, 840, 113549, 1, 1, 11]
    static let sha384WithRSA: OID = [1, 2, 840, 113549, 1, 1, 12]
    static let sha512WithRSA: OID = [1, 2, 840, 113549, 1, 1, 13]
    static let ecPublicKey: OID = [1, 2, 840, 10045, 2, 1]
    static let ecdsaWithSHA1: OID = [1, 2, 840, 10045, 4, 1]
    static let ecdsaWithSHA224: OID = [1, 2, 840, 10045, 4, 3, 1]
    static let ecdsaWithSHA256: OID = [1, 2, 840, 10045, 4, 3, 2]
    static let ecdsaWithSHA384: OID = [1, 2, 840, 10045, 4, 3, 3]
    static let ecdsaWithSHA512: OID = [1, 2, 840, 10045, 4, 3, 4]
    static let ed25519: OID = [1, 3, 101, 112]
    static let p256: OID = [1, 2, 840, 10045, 3, 1, 7]
    static let p384: OID = [1, 3, 132, 0, 34]
    static let p521: OID = [1, 3, 132, 0, 35]

    // Extensions of certificates and revocation lists (RFC 5280 §4.2, §5.2, §5.3).
    static let subjectKeyIdentifier: OID = [2, 5, 29, 14]
    static let keyUsage: OID = [2, 5, 29, 15]
    static let subjectAlternativeName: OID = [2, 5, 29, 17]
    static let basicConstraints: OID = [2, 5, 29, 19]
    static let listNumber: OID = [2, 5, 29, 20]
    static let reasonCode: OID = [2, 5, 29, 21]
    static let invalidityDate: OID = [2, 5, 29, 24]
    static let issuingDistributionPoint: OID = [2, 5, 29, 28]
    static let distributionPoints: OID = [2, 5, 29, 31]
    static let authorityKeyIdentifier: OID = [2, 5, 29, 35]
    static let extendedKeyUsage: OID = [2, 5, 29, 37]
    static let authorityInformation: OID = [1, 3, 6, 1, 5, 5, 7, 1, 1]

    // Numbers of holders in Korean certificates: see VirtualIdentity.
    static let identifyData: OID = [1, 2, 410, 200004, 10, 1, 1]
    static let virtualIdentity: OID = [1, 2, 410, 200004, 10, 1, 1, 1]

    // Purposes of keys, and what names an OCSP answer's parts (RFC 3161 §2.3; RFC 6960).
    static let timeStamping: OID = [1, 3, 6, 1, 5, 5, 7, 3, 8]
    static let answerSigning: OID = [1, 3, 6, 1, 5, 5, 7, 3, 9]
    static let answerLocation: OID = [1, 3, 6, 1, 5, 5, 7, 48, 1]
    static let basicAnswer: OID = [1, 3, 6, 1, 5, 5, 7, 48, 1, 1]
    static let answerNonce: OID = [1, 3, 6, 1, 5, 5, 7, 48, 1, 2]
    static let noCheck: OID = [1, 3, 6, 1, 5, 5, 7, 48, 1, 5]
    static let issuerLocation: OID = [1, 3, 6, 1, 5, 5, 7, 48, 2]
}
