extension EmbeddedCertificate {
    /// Where its authority publishes revocation lists: the `http` addresses of the distribution
    /// points (RFC 5280 §4.2.1.13). From outside; whoever fetches them judges them first.
    public var listAddresses: [String] { pointAddresses.filter(Self.isHTTP) }

    /// The addresses of all distribution points, of whatever scheme.
    var pointAddresses: [String] {
        guard let points = try? extensions.find(.distributionPoints)?.only().inside.all() else {
            return []
        }
        return points.flatMap { point -> [String] in
            var reader = DERReader(point[...])
            guard var parts = try? reader.next().inside,
                let name = try? parts.nextIf(DERTag.context(0))
            else { return [] }
            return GeneralNames.addresses(inPointName: name)
        }
    }

    /// Where its authority answers OCSP requests (RFC 5280 §4.2.2.1).
    public var answerAddresses: [String] { access(.answerLocation) }

    /// Where the certificate of its issuer can be fetched.
    public var issuerAddresses: [String] { access(.issuerLocation) }

    private func access(_ method: OID) -> [String] {
        guard let value = try? extensions.find(.authorityInformation)?.only(),
            let descriptions = try? value.inside.all()
        else { return [] }
        return descriptions.compactMap { description -> String? in
            var reader = DERReader(description[...])
            guard var parts = try? reader.next().inside, let name = try? parts.next(),
                name.isOID(method), let location = try? parts.next()
            else { return nil }
            return GeneralNames.address(location)
        }.filter(Self.isHTTP)
    }

    private static func isHTTP(_ address: String) -> Bool {
        address.hasPrefix("http://") || address.hasPrefix("https://")
    }
}

/// The addresses among general names (RFC 5280 §4.2.1.6).
enum GeneralNames {
    /// uniformResourceIdentifier is `[6]`, an IA5String.
    static func address(_ name: DERValue) -> String? {
        guard name.tag == DERTag.primitiveContext(6), name.content.count <= 2048 else {
            return nil
        }
        return String(decoding: name.content, as: UTF8.self)
    }

    /// DistributionPointName: `[0]` is fullName; one relative to the issuer has no address.
    static func addresses(inPointName explicit: DERValue) -> [String] {
        var choice = explicit.inside
        guard let full = try? choice.nextIf(DERTag.context(0)) else { return [] }
        var names = full.inside
        return ((try? names.remaining()) ?? []).compactMap(address)
    }
}
