internal import SQLText

/// One step of the schema, frozen once released: its statements name no type of the program, so
/// that they mean tomorrow what they mean today.
public struct Migration: Sendable {
    /// From 1 without gaps.
    public let number: Int
    /// A few words for the operator.
    public let name: String
    let statements: [SQL]
}

extension Migration {
    /// All of them, in order.
    public static let all: [Migration] = [
        m001Accounts, m002Documents, m003Recipients, m004Files, m005Rounds, m006AuditTrail,
        m007Confirmations, m008Certificates, m009Jobs, m010Preparations, m011Revocations,
        m012APIClients, m013SearchKeys, m014Templates, m015Tallies,
    ]
}
