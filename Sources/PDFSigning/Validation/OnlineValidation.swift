import CMS
public import FoundationEssentials

extension ValidationReport {
    /// Judges what a verification has found, and asks a source for what is missing: revocation of
    /// certificates that nothing current is known of, and issuers that the file does not carry.
    ///
    /// What is fetched is judged like what the file carries. Silence of the source is no error:
    /// the report says what is missing.
    public static func online(
        _ report: VerificationReport, under policy: ValidationPolicy, at now: Date,
        fetching source: some RevocationSource
    ) async -> ValidationReport {
        var policy = policy
        var inquiry = Inquiry(source: source)
        // An issuer that was fetched has its own issuer and revocation to be asked for.
        for _ in 0..<inquiryRounds {
            let validation = Validation(report, policy, at: now)
            let judged = ValidationReport(validation)
            let found = await inquiry.answers(for: validation.judge)
            if found.isEmpty { return judged }
            policy.evidence.add(found)
        }
        return ValidationReport(report, under: policy, at: now)
    }
}

/// How many times a source is asked for what its last answers left open.
let inquiryRounds = 4

extension ValidationData {
    public mutating func add(_ more: ValidationData) {
        certificates += more.certificates
        revocationLists += more.revocationLists
        ocspResponses += more.ocspResponses
    }
}

/// Asks a source, and nothing twice.
struct Inquiry<Source: RevocationSource> {
    let source: Source
    private var asked: Set<String> = []
    /// A hostile file may name very many places.
    private static var limit: Int { 64 }

    init(source: Source) { self.source = source }

    mutating func answers(for judge: CertificateJudge) async -> ValidationData {
        var found = ValidationData()
        for end in judge.looseEnds {
            for url in end.embedded.issuerAddresses where ask(url) {
                let answer = try? await source.certificate(at: url)
                found.certificates += [answer].compactMap { $0 ?? nil }
            }
        }
        for link in judge.unknownLinks {
            if let answer = await ocspAnswer(link) {
                found.ocspResponses.append(answer)
            } else {
                found.revocationLists += await lists(link.certificate)
            }
        }
        return found
    }

    private mutating func ocspAnswer(_ link: CertificatePath.Link) async -> [UInt8]? {
        let request = try? OCSPRequest(
            certificate: link.certificate.embedded, issuer: link.issuer.embedded, nonce: nil)
        guard let request else { return nil }
        for url in link.certificate.embedded.answerAddresses
        where ask(url + Hexadecimal.lowercase(request.der)) {
            if let answer = try? await source.ocspResponse(to: request.der, from: url) {
                return answer
            }
        }
        return nil
    }

    private mutating func lists(_ certificate: ParsedCertificate) async -> [[UInt8]] {
        var lists: [[UInt8]] = []
        for url in certificate.embedded.listAddresses where ask(url) {
            guard let list = try? await source.revocationList(at: url) else { continue }
            lists.append(list)
        }
        return lists
    }

    private mutating func ask(_ question: String) -> Bool {
        asked.count < Self.limit && asked.insert(question).inserted
    }
}
