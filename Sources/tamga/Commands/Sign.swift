import ArgumentParser
import Foundation
import PDFSigning

struct Sign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sign a PDF with a key of one's own, or renew a signed one.",
        discussion: """
            The input is never changed. A file without signatures that is not clean (damaged, \
            hybrid, encrypted with an empty password) is rewritten first, which is told on \
            standard error; --keep-bytes refuses instead.
            """)

    @Argument(help: "The PDF.") var file: String
    @Option(name: [.short, .customLong("output")], help: "Where the signed PDF goes.")
    var output: String
    @OptionGroup(title: "Key") var key: KeyOptions
    @OptionGroup(title: "Signature") var claim: ClaimOptions
    @OptionGroup(title: "Level") var level: LevelOptions
    @Flag(help: "Refuse a file that would have to be rewritten.") var keepBytes = false
    @Flag(help: "Add what a signed file lacks to be confirmed for long, and a new timestamp.")
    var extend = false

    func validate() throws {
        if extend { return try validateExtension() }
        guard key.key != nil else { throw ValidationError("--key FILE says who signs") }
        if claim.image != nil, claim.visible == nil, claim.field == nil {
            throw ValidationError("--image needs a visible field: --visible or --field")
        }
    }

    private func validateExtension() throws {
        guard key.key == nil, claim.isEmpty else {
            throw ValidationError(
                "--extend signs nothing: it goes with --level, --tsa and --cert alone")
        }
        if let level = level.level, level < .longTerm {
            throw ValidationError("--extend reaches b-lt or b-lta")
        }
    }

    func run() async throws {
        let target = try OutputFile(output, besides: file)
        try await extend ? renew(into: target) : sign(into: target)
    }

    private func sign(into target: OutputFile) async throws {
        let identity = try key.identity()
        let signature = try claim.signature(by: identity.name, at: Date())
        let wanted = level.level ?? (level.tsa == nil ? .basic : .timestamped)
        let signing = FileSigning(
            file: file, identity: identity, signature: signature, level: wanted,
            services: wanted == .basic ? nil : try await TrustServices(level))
        try await BaseFile.lend(of: file, keepingBytes: keepBytes) { base in
            try await target.fill { try await signing.run(on: base, into: $0) }
        }
    }

    private func renew(into target: OutputFile) async throws {
        let renewal = FileExtension(
            file: file, level: level.level ?? .archival, certificates: try key.certificates(),
            services: try await TrustServices(level))
        try await target.fill { try await renewal.run(into: $0) }
    }
}

extension ClaimOptions {
    /// Nothing of it was asked for.
    fileprivate var isEmpty: Bool {
        [field, image, name, reason, location].allSatisfy { $0 == nil } && visible == nil
            && certify == nil && lock == nil
    }
}
