import TamgaTestKit
import Testing

@testable import Domain

@Suite("The state table of the contract, over every state, action and actor")
struct StateTableTests {
    /// Contract LightDoc, State machines: `actions` by state.
    static let allowed: [Stage: [DocumentAction]] = [
        .emptyDraft: [.deleteDraft], .parsingDraft: [.deleteDraft], .brokenDraft: [.deleteDraft],
        .readyDraft: [.send, .deleteDraft], .signing: [.revoke, .deleteReleased],
        .halfSigned: [.revoke, .deleteReleased], .sealing: [.deleteReleased],
        .signed: [.deleteReleased], .declined: [.editRejected, .deleteReleased],
        .revoked: [.editRejected, .deleteReleased], .deletedDraft: [], .deletedReleased: [],
    ]

    static let statusAfter: [DocumentAction: DocumentStatus] = [
        .revoke: .rejected, .deleteDraft: .deleted, .deleteReleased: .deleted,
        .editRejected: .draft,
    ]

    @Test("the author side is offered exactly the actions of the table", arguments: Stage.allCases)
    func offers(stage: Stage) throws {
        let document = try stage.document
        #expect(document.actions(for: Sample.actor(Sample.author)) == Self.allowed[stage])
        #expect(document.actions(for: Sample.actor(Sample.colleague)) == Self.allowed[stage])
    }

    @Test(
        "nobody else is offered an action", arguments: Stage.allCases,
        [Sample.stranger, Sample.anna, Sample.boris])
    func offersNothing(stage: Stage, user: User) throws {
        #expect(try stage.document.actions(for: Sample.actor(user)).isEmpty)
    }

    @Test("a colleague without accountDocuments is offered nothing", arguments: Stage.allCases)
    func colleagueWithoutPermission(stage: Stage) throws {
        let colleague = Sample.actor(Sample.colleague, [.personalDocuments, .signDocuments])
        #expect(try stage.document.actions(for: colleague).isEmpty)
    }

    @Test(
        "an action leads where the table says, or is refused", arguments: Stage.allCases,
        DocumentAction.allCases.filter { $0 != .send })
    func acts(stage: Stage, action: DocumentAction) throws {
        let document = try stage.document
        guard Self.allowed[stage]?.contains(action) == true else {
            #expect(throws: Refusal.actionUnavailable(action)) { try document.acted(action) }
            return
        }
        #expect(try document.acted(action).state.status == Self.statusAfter[action])
    }

    @Test("only a ready draft can be sent", arguments: Stage.allCases)
    func sends(stage: Stage) throws {
        let document = try stage.document
        let send = {
            try document.sending(
                PreparedRound(
                    base: Sample.blob, layout: Sample.blob, fields: ["p01", "p02"],
                    context: Sample.context(1)),
                contexts: [1, 2], by: .system, at: now)
        }
        guard stage == .readyDraft else {
            #expect(throws: Refusal.actionUnavailable(.send)) { try send() }
            return
        }
        #expect(try send().after.state == .signing)
    }

    @Test("signing is possible for whoever has an open turn", arguments: Stage.allCases, [0, 1])
    func signs(stage: Stage, position: Int) throws {
        let document = try stage.document
        let expected: Refusal? =
            switch (stage, position) {
            case (.signing, _), (.halfSigned, 1): nil
            case (.halfSigned, 0), (.sealing, _), (.signed, _): .alreadySigned
            default: .wrongState
            }
        if let expected {
            #expect(throws: expected) { try document.signed(by: position) }
        } else {
            #expect(try document.signed(by: position).recipients[position].turn?.approval != nil)
        }
    }

    @Test("declining is possible for whoever has an open turn", arguments: Stage.allCases, [0, 1])
    func declines(stage: Stage, position: Int) throws {
        let document = try stage.document
        let decline = {
            try document.declining(by: document.recipients[position].id, reason: "no", at: now)
        }
        if stage == .signing || (stage == .halfSigned && position == 1) {
            #expect(try decline().after.state.status == .rejected)
        } else {
            #expect(throws: Refusal.self) { try decline() }
        }
    }

    @Test("files are taken by drafts alone", arguments: Stage.allCases)
    func uploads(stage: Stage) throws {
        let document = try stage.document
        let upload = {
            try document.receiving(
                [NewFile(name: "b.pdf", blob: Sample.blob)], ids: [Sample.id(41)],
                by: Sample.author, at: now)
        }
        if document.state == .draft {
            #expect(try upload().after.files.first?.status == .parsing)
        } else {
            #expect(throws: Refusal.wrongState) { try upload() }
        }
    }

    @Test("only sealing ends in signed", arguments: Stage.allCases)
    func seals(stage: Stage) throws {
        let document = try stage.document
        let seal = {
            try document.sealed(Sample.seal, adding: [], context: nil, at: now)
        }
        if stage == .sealing {
            #expect(try seal().after.state.status == .signed)
        } else {
            #expect(throws: Refusal.wrongState) { try seal() }
        }
    }
}
