import TamgaTestKit
import Testing

@testable import Domain

@Suite("Identity by a code to the contact")
struct ContactIdentityTests {
    private let provider = ContactIdentity(key: Sample.codes)

    private func verdict(
        name: String, of stated: String = "Ким Ёнхи", code: String? = nil
    ) async throws -> IdentityVerdict {
        let id: ConfirmationID = Sample.id(60)
        let check = IdentityCheck(
            id: id, kind: .phoneIdentity, name: stated,
            contact: .email(Sample.email("kim@example.org")),
            document: Notice.Document(id: Sample.id(1), name: "D", author: "A"),
            recipient: Sample.id(20), language: .korean)
        let code = code ?? Sample.codes.code(for: id)
        return try await provider.confirm(check, IdentityAnswer(name: name, code: code))
    }

    private let confirmed = IdentityVerdict.confirmed(
        IdentityProof(provider: "Tamga", isLegalProof: false))

    @Test(
        "code and name confirm, however the name is typed",
        arguments: [
            ("Ким Ёнхи", "Ким Ёнхи"), ("Ким Ёнхи", " ким  ёнхи "), ("김영희", "김 영희"),
            ("김영희", "\u{1100}\u{1175}\u{11B7}\u{110B}\u{1167}\u{11BC}\u{1112}\u{1174}"),
            ("José", "JOSE\u{301}"),
        ])
    func confirms(stated: String, typed: String) async throws {
        #expect(try await verdict(name: typed, of: stated) == confirmed)
    }

    @Test("another name, a part of it or none is denied", arguments: ["", " ", "Ким", "Ким Ёнх"])
    func names(typed: String) async throws {
        #expect(try await verdict(name: typed) == .denied)
    }

    @Test("a name that nobody stated confirms nobody")
    func blank() async throws {
        #expect(try await verdict(name: " ", of: "") == .denied)
    }

    @Test("the right name with a wrong code is denied", arguments: ["", "000000", "12345"])
    func codes(code: String) async throws {
        #expect(try await verdict(name: "Ким Ёнхи", code: code) == .denied)
    }

    @Test("a code may be typed with blanks")
    func spacedCode() async throws {
        let code = Sample.codes.code(for: Sample.id(60) as ConfirmationID)
        #expect(
            try await verdict(name: "Ким Ёнхи", code: " \(code.prefix(3)) \(code.suffix(3))")
                == confirmed)
    }

    @Test("it is never called a legal proof of identity")
    func worth() async throws {
        guard case .confirmed(let proof) = try await verdict(name: "Ким Ёнхи") else {
            Issue.record("not confirmed")
            return
        }
        #expect(!proof.isLegalProof)
    }
}
