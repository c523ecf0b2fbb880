public import Domain

extension StubStore: RevocationStore {
    public func revoke(_ revocation: Revocation) async throws -> Bool {
        guard !revocations.contains(where: { $0.serial == revocation.serial }) else {
            return false
        }
        revocations.append(revocation)
        for index in certificates.indices where certificates[index].serial == revocation.serial {
            certificates[index].revokedAt = revocation.at
        }
        return true
    }

    public func revocation(serial: String) async throws -> Revocation? {
        revocations.first { $0.serial == serial }
    }

    public func drawLists() async throws -> [RevocationListDraft] {
        lastListNumber += 1
        return CertificateIssuer.allCases.map { issuer in
            RevocationListDraft(
                issuer: issuer, number: lastListNumber,
                revocations: revocations.filter { $0.issuer == issuer })
        }
    }

    public func keep(_ lists: [RevocationList]) async throws {
        for list in lists where list.number > keptLists[list.issuer]?.number ?? 0 {
            keptLists[list.issuer] = list
        }
    }

    public func lists() async throws -> [RevocationList] {
        keptLists.values.sorted { $0.issuer.rawValue < $1.issuer.rawValue }
    }

    public func revocationCount(of issuer: CertificateIssuer) async throws -> Int {
        revocations.count { $0.issuer == issuer }
    }
}
