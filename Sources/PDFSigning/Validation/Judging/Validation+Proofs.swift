import CMS
import FoundationEssentials

extension Validation {
    /// Of each signature, in the report's order.
    func existenceProofs() -> [ExistenceProof] {
        var proofs = provenBefore()
        boundBelow(&proofs)
        return proofs
    }

    /// From the newest revision back, so that each document timestamp proves what it covers, and
    /// is itself judged as of what the later ones prove (EN 319 102-1, 5.6.2).
    private func provenBefore() -> [ExistenceProof] {
        var existedBy = now
        var isProven = false
        var proofs: [ExistenceProof] = []
        for index in report.signatures.indices.reversed() {
            let signature = report.signatures[index]
            // What ends no revision is covered by nothing for sure.
            let isPlaced = signature.revision != nil
            var proof = ExistenceProof(
                existedBy: isPlaced ? existedBy : now, isProven: isPlaced && isProven)
            proof.tokens = tokens(of: index, at: proof.existedBy)
            if signature.kind == .documentTimestamp, isPlaced, let proven = proof.provenBySelf {
                existedBy = min(existedBy, proven)
                isProven = true
            }
            proofs.append(proof)
        }
        return proofs.reversed()
    }

    private func tokens(of index: Int, at moment: Date) -> [TokenJudgement] {
        let signature = report.signatures[index]
        guard signature.kind == .documentTimestamp else {
            return signatureTokens(index, at: moment)
        }
        guard let container = signature.container, signature.crypto.isEmpty,
            signature.coverage.isEmpty
        else { return [] }
        guard let token = try? TimestampToken(container) else { return [TokenJudgement()] }
        // The report has verified it already.
        return [
            TokenJudgement(
                token, problems: [], weaknesses: signature.weaknesses, judge: judge, at: moment)
        ]
    }

    private func signatureTokens(_ index: Int, at moment: Date) -> [TokenJudgement] {
        let value = report.signatures[index].container?.signer.signature ?? []
        return carried[index].tokens.map { token in
            guard let token else { return TokenJudgement() }
            let verdict = token.verify(message: value)
            return TokenJudgement(
                token, problems: verdict.problems, weaknesses: verdict.weaknesses, judge: judge,
                at: moment)
        }
    }

    /// From the oldest revision on: a signature that covers a timestamp was made after it.
    private func boundBelow(_ proofs: inout [ExistenceProof]) {
        var madeAfter: Date?
        for index in proofs.indices where report.signatures[index].revision != nil {
            proofs[index].madeAfter = madeAfter
            for token in proofs[index].tokens where token.isProof {
                guard let time = token.token?.info.genTime else { continue }
                madeAfter = madeAfter.map { max($0, time) } ?? time
            }
        }
    }
}

extension ExistenceProof {
    /// When what a document timestamp covers existed, if it is to be believed.
    fileprivate var provenBySelf: Date? {
        tokens.first { $0.isProof }?.token?.info.genTime
    }
}
