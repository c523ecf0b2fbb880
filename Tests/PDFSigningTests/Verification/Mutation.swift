import PDFCore
import PDFSigning
import Testing

/// One way to spoil a signed file, and what is found wrong with it then.
struct Mutation<File: HostileFile>: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let findings: Set<VerificationProblem.Code>
    let apply: @Sendable (inout File) throws -> Void

    init(
        _ description: String, _ findings: VerificationProblem.Code...,
        apply: @escaping @Sendable (inout File) throws -> Void
    ) {
        testDescription = description
        self.findings = Set(findings)
        self.apply = apply
    }
}
