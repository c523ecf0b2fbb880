import Domain

/// Signatures that were made elsewhere, to be checked by anybody's tools.
struct OutsideSignatures: Equatable, Sendable {
    struct Row: Equatable, Sendable {
        let signer: String
        /// Addresses of what was signed and of the signature.
        let content: String
        let signature: String
    }

    let rows: [Row]
}

extension OutsideSignatures {
    /// `nil` where there are none.
    ///
    /// - Parameter address: the page's own, below which the files lie.
    init?(_ document: Document, at address: String) {
        rows = document.outsideSigners.map { number, signer in
            Row(
                signer: signer.displayName, content: "\(address)/signatures/\(number).bin",
                signature: "\(address)/signatures/\(number).sig")
        }
        guard !rows.isEmpty else { return nil }
    }
}
