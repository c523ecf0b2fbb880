extension SignedData {
    /// The most that a signature grows by beside the token that is added to it: the attribute
    /// around it and six lengths that may become longer.
    static let timestampOverhead = 64

    /// The most that the signature has with one more token, of so many bytes.
    public func byteCount(withTimestampOf tokenByteCount: Int) -> Int {
        der.count + tokenByteCount + Self.timestampOverhead
    }

    /// The signature with one more RFC 3161 token over its value among the unsigned attributes
    /// (id-aa-signatureTimeStampToken, EN 319 122-1 §5.3), in DER. Nothing that is signed changes.
    ///
    /// - Parameter token: a DER ContentInfo. Whether it is of this signature is not asked here.
    public func adding(timestamp token: [UInt8]) throws(CMSError) -> [UInt8] {
        _ = try TimestampToken(der: token)
        let attribute = DERWriter.sequence(
            OID.timestampToken.der, DERWriter.value(DERTag.set, token))
        var whole = DERReader(der[...])
        var parts = try Self.signedData(whole.next())
        var fields = try parts.remaining().map { Array($0.encoded) }
        fields[fields.count - 1] = DERWriter.value(DERTag.set, try signerInfo(with: attribute))
        let signedData = DERWriter.value(DERTag.sequence, fields.flatMap { $0 })
        return DERWriter.sequence(OID.signedData.der, DERWriter.explicit(0, signedData))
    }

    private func signerInfo(with attribute: [UInt8]) throws(CMSError) -> [UInt8] {
        var reader = DERReader(signer.encoded)
        var fields = try reader.next().inside.all()
        if fields.last?.first == DERTag.context(1) { fields.removeLast() }
        let attributes = signer.unsignedAttributes.map(\.encoded) + [attribute]
        fields.append(DERWriter.setOf(attributes, tag: DERTag.context(1)))
        return DERWriter.value(DERTag.sequence, fields.flatMap { $0 })
    }
}
