import Domain
import SwiftASN1
import X509

/// Where an issuer's certificate and its list of revoked ones can be fetched.
struct IssuerAddresses {
    let certificate: String
    let revocationList: String

    init(_ addresses: PublicAddresses, of issuer: CertificateIssuer) {
        certificate = addresses.certificate(of: issuer)
        revocationList = addresses.revocationList(of: issuer)
    }

    var extensions: [Certificate.Extension] {
        get throws {
            let access = AuthorityInformationAccess([
                .init(
                    method: .issuingCA,
                    location: .uniformResourceIdentifier(certificate))
            ])
            return [try Certificate.Extension(access, critical: false), try distributionPoints]
        }
    }

    /// RFC 5280 §4.2.1.13: one point, whose full name is one URI.
    private var distributionPoints: Certificate.Extension {
        get throws {
            var serializer = DER.Serializer()
            let name = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)
            let uri = ASN1Identifier(tagWithNumber: 6, tagClass: .contextSpecific)
            serializer.appendConstructedNode(identifier: .sequence) { points in
                points.appendConstructedNode(identifier: .sequence) { point in
                    point.appendConstructedNode(identifier: name) { choice in
                        choice.appendConstructedNode(identifier: name) { names in
                            names.appendPrimitiveNode(identifier: uri) { bytes in
                                bytes.append(contentsOf: Array(revocationList.utf8))
                            }
                        }
                    }
                }
            }
            return Certificate.Extension(
                oid: [2, 5, 29, 31], critical: false,
                value: serializer.serializedBytes[...])
        }
    }
}
