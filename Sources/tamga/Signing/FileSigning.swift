import CMS
import PDFCore
import PDFSigning

/// `tamga sign`: a signature on a copy of a file, at the level asked for.
struct FileSigning {
    let file: String
    let identity: SigningIdentity
    let signature: FileSignature
    let level: LevelOption
    /// Nil for B-B, which needs nobody.
    let services: TrustServices?

    func run(on base: String, into draft: String) async throws {
        try await FileTroubles.told(of: file) {
            var session = try SigningSession(FileSource(path: base))
            try await sign(&session)
            try session.write(to: draft)
        }
    }

    private func sign(_ session: inout SigningSession) async throws {
        let signer = try identity.signer()
        guard let services else {
            try session.sign(signature, by: signer)
            return
        }
        try await session.sign(signature, by: signer, timestampedBy: services.timestamps)
        if level >= .longTerm {
            var collector = try await services.collector(knowing: identity.known)
            // What earlier signatures lack is their affair: see --extend.
            let own = session.signedFields.suffix(1)
            try await session.addEvidence(from: &collector, for: Array(own))
        }
        if level == .archival { try await session.timestamp(by: services.timestamps) }
    }
}

/// `tamga sign --extend`: what a signed file needs to be confirmed for long.
struct FileExtension {
    let file: String
    let level: LevelOption
    /// DER of issuers at hand.
    let certificates: [[UInt8]]
    let services: TrustServices

    func run(into draft: String) async throws {
        try await FileTroubles.told(of: file) {
            var session = try SigningSession(FileSource(path: file))
            var collector = try await services.collector(knowing: certificates)
            if level == .archival {
                try await session.extend(with: &collector, timestampedBy: services.timestamps)
            } else {
                try await session.addEvidence(from: &collector)
            }
            try session.write(to: draft)
        }
    }
}

/// What keeps a file from being signed, as one line that names it.
enum FileTroubles {
    static func told<Result>(
        of file: String, _ body: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await body()
        } catch let error as SigningError {
            throw Problem("\(file): \(error.words)")
        } catch let error as PDFError {
            throw Problem("\(file) cannot be read: \(error.reason)")
        } catch let failure as SigningSession.WritingFailure {
            throw Problem("-o: \(failure.path) cannot be written (error \(failure.code))")
        }
    }
}
