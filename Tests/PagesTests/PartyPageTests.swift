import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain

/// Parties as the other wire makes them.
enum Party {
    static func signer(
        _ contact: String = "010-1234-5678", _ number: Int = 1, access: AccessRule = .contact,
        requests: [AttachmentRequest] = []
    ) -> NewRecipient {
        NewRecipient(
            name: PersonName(lastName: "홍길동", firstName: ""),
            contact: Contact(contact) ?? .email(Sample.anna.email), number: number,
            role: .signer(.simple), access: access, memo: "잘 부탁드립니다", requests: requests)
    }

    static func other(_ role: RecipientRole, _ number: Int) -> NewRecipient {
        NewRecipient(
            name: PersonName(lastName: role == .reviewer ? "검토자" : "", firstName: ""),
            contact: .email(Sample.boris.email), number: number, role: role, access: .link)
    }
}

@Suite("The page of a link, for every kind of party")
struct PartyPageTests {
    @Test("who must retype the contact sees nothing of the document before")
    func door() async throws {
        let world = StubWorld()
        let document = try await world.sent(to: [Party.signer()])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            let page = try await browser.get(link)
            #expect(
                page.text.contains("data-action=\"unlock\"")
                    && page.text.contains("name=\"contact\""))
            #expect(!page.text.contains("계약서") && !page.text.contains("data-action=\"sign\""))
            #expect(try await browser.get("\(link)/pages/1.png").status == .forbidden)
            let wrong = try await browser.post("\(link)/unlock", ["contact": "010-0000-0000"])
            #expect(wrong.status == .badRequest && wrong.text.contains("id=\"answer-problem\""))
            #expect(wrong.text.contains("That is not right: 4 attempts left.<"))
            let right = try await browser.post("\(link)/unlock", ["contact": "+82 10 1234 5678"])
            #expect(right.status == .seeOther)
            let open = try await browser.get(link)
            #expect(open.text.contains("계약서") && open.text.contains("data-action=\"sign\""))
            #expect(open.text.contains("잘 부탁드립니다") && !open.text.contains("name=\"code\""))
        }
    }

    @Test("another browser has to pass the door as well")
    func ownBrowser() async throws {
        let world = StubWorld()
        let document = try await world.sent(to: [Party.signer()])
        try await browsing(world) { browser in
            _ = try await browser.get(world.link(document, 0))
            _ = try await browser.post(
                "\(world.link(document, 0))/unlock", ["contact": "01012345678"])
        }
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            #expect(try await browser.get(link).text.contains("data-action=\"unlock\""))
            let signed = try await browser.post("\(link)/sign", ["consent": "on"])
            #expect(signed.status == .forbidden)
        }
        #expect(try await world.now(document).recipients[0].turn?.approval == nil)
    }

    @Test("the fifth wrong password locks the link, the sixth try is refused with a time to wait")
    func locks() async throws {
        let world = StubWorld()
        let hash = try Sample.links.passwordHash(
            of: "열려라", salt: [UInt8](repeating: 1, count: 16))
        let access = AccessRule.checks(AccessChecks(passwordHash: hash.text))
        let document = try await world.sent(to: [Party.signer(access: access)])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            #expect(try await browser.get(link).text.contains("name=\"access\""))
            for _ in 1...4 {
                let answer = try await browser.post("\(link)/unlock", ["access": "틀림"])
                #expect(answer.status == .badRequest)
            }
            let fifth = try await browser.post("\(link)/unlock", ["access": "틀림"])
            let sixth = try await browser.post("\(link)/unlock", ["access": "열려라"])
            #expect(fifth.status == .tooManyRequests && sixth.status == .tooManyRequests)
            #expect(sixth.headers[.retryAfter] != nil)
        }
        try await world.work()
        #expect(
            await world.store.mails.contains { notice in
                if case .accessLocked = notice.kind { true } else { false }
            })
    }

    @Test("people see who is a reviewer and who has a copy")
    func roles() async throws {
        let world = StubWorld()
        let document = try await world.sent(to: [
            Party.other(.reviewer, 1), Party.signer("a@b.example", 1), Party.other(.carbonCopy, 1),
        ])
        try await browsing(world) { browser in
            let page = try await browser.get(world.link(document, 0)).text
            #expect(page.contains("<span class=\"facts\">reviewer</span>"))
            #expect(page.contains("<span class=\"facts\">recipient of a copy</span>"))
        }
    }

    @Test("a reviewer approves or sends back, and fills nothing")
    func reviews() async throws {
        let world = StubWorld()
        let document = try await world.sent(to: [
            Party.other(.reviewer, 1), Party.signer("a@b.example", 2),
        ])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            let page = try await browser.get(link)
            #expect(page.text.contains("data-action=\"approve\""))
            #expect(page.text.contains("data-action=\"send-back\""))
            #expect(!page.text.contains("data-action=\"sign\""))
            #expect(try await browser.post("\(link)/review").status == .seeOther)
            #expect(try await browser.get(link).text.contains("data-state=\"signed\""))
        }
        #expect(try await world.now(document).recipients[1].turn?.isOpen == true)
    }

    @Test("who gets a copy may look and do nothing else, and downloads when all is done")
    func copies() async throws {
        let world = StubWorld()
        let document = try await world.sent(to: [Party.signer(), Party.other(.carbonCopy, 2)])
        try await browsing(world) { browser in
            let copy = world.link(document, 1)
            let page = try await browser.get(copy)
            #expect(page.text.contains("data-state=\"open\"") && page.text.contains("계약서"))
            #expect(!page.text.contains("<form method=\"post\" action=\"\(copy)"))
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            _ = try await browser.post("\(link)/unlock", ["contact": "01012345678"])
            _ = try await browser.post("\(link)/sign", ["consent": "on"])
            try await world.work()
            #expect(try await browser.get(copy).text.contains("data-action=\"download\""))
            #expect(try await browser.get("\(copy)/signed").status == .ok)
        }
    }

    @Test("the author's link approves what all have signed")
    func approves() async throws {
        let world = StubWorld()
        let document = try await world.sent(
            to: [Party.signer()], terms: Terms(requiresApproval: true))
        try await browsing(world) { browser in
            let (link, own) = (world.link(document, 0), world.authorLink(document))
            #expect(try await browser.get(own).text.contains("data-state=\"waiting\""))
            _ = try await browser.get(link)
            _ = try await browser.post("\(link)/unlock", ["contact": "01012345678"])
            _ = try await browser.post("\(link)/sign", ["consent": "on"])
            #expect(try await browser.get(own).text.contains("data-action=\"approve\""))
            #expect(try await browser.post("\(own)/approve").status == .seeOther)
            try await world.work()
            #expect(try await browser.get(own).text.contains("data-action=\"download\""))
            #expect(try await browser.get("\(own)/signed").status == .ok)
        }
    }

    @Test("after signing the browser goes where the sender wants it, and the page's rules let it")
    func redirects() async throws {
        let world = StubWorld()
        let document = try await world.sent(
            to: [Party.signer()],
            terms: Terms(redirect: RedirectAddress("https://shop.example/done")))
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            let page = try await browser.get(link)
            let policy = try #require(page.headers[.contentSecurityPolicy])
            #expect(policy.contains("form-action 'self' https://shop.example;"))
            _ = try await browser.post("\(link)/unlock", ["contact": "01012345678"])
            let signed = try await browser.post("\(link)/sign", ["consent": "on"])
            #expect(signed.headers[.location] == "https://shop.example/done")
        }
    }

    @Test("a draft's link waits and shows nothing")
    func draft() async throws {
        let world = StubWorld()
        let draft = try await CreateDocument(world.ports)(
            NewDocument(
                clientID: nil, name: "계약서", isSequential: true, language: .english,
                recipients: [Party.signer()]), by: Sample.actor(Sample.author))
        try await browsing(world) { browser in
            let page = try await browser.get(world.link(draft, 0))
            #expect(page.text.contains("data-state=\"waiting\"") && !page.text.contains("계약서"))
        }
    }
}

@Suite("Identity at the door")
struct IdentityDoorTests {
    @Test("a code to the contact and the real name open the door, and the trail calls it no proof")
    func identified() async throws {
        let world = StubWorld()
        let access = AccessRule.checks(AccessChecks(phoneName: "홍길동"))
        let document = try await world.sent(to: [Party.signer(access: access)])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            let page = try await browser.get(link)
            #expect(page.text.contains("data-action=\"verify-identity\""))
            let begun = try await browser.post(
                "\(link)/identity/begin", ["kind": "phoneIdentity"])
            #expect(begun.status == .seeOther)
            try await world.work()
            let code = await world.lastCode() ?? ""
            let wrong = try await browser.post(
                "\(link)/identity", ["kind": "phoneIdentity", "name": "김철수", "code": code])
            #expect(wrong.status == .badRequest)
            let right = try await browser.post(
                "\(link)/identity", ["kind": "phoneIdentity", "name": "홍 길동", "code": code])
            #expect(right.status == .seeOther)
            #expect(try await browser.get(link).text.contains("data-action=\"sign\""))
        }
        let trail = try await world.store.auditTrail(of: document.id)
        let granted = try #require(trail.last { $0.kind == .accessGranted })
        #expect(try granted.entry().facts["legalProof"] == "no")
    }

    @Test("a business's certificate opens the door, and what is not taken is told beside the file")
    func business() async throws {
        let world = StubWorld()
        let access = AccessRule.checks(AccessChecks(businessNumber: "1234567890"))
        let document = try await world.sent(to: [
            Party.signer("firm@example.com", access: access)
        ])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            let page = try await browser.get(link)
            #expect(page.text.contains("name=\"biz-cms\"") && !page.text.contains("계약서"))
            #expect(page.text.contains("data-action=\"verify-identity\""))
            let empty = try await browser.upload("\(link)/unlock", "", named: "", field: "biz-cms")
            #expect(empty.status == .badRequest && empty.text.contains("biz-cms-problem"))
            let wrong = try await browser.upload(
                "\(link)/unlock", "x", named: "a.sig", field: "biz-cms")
            #expect(wrong.status == .badRequest)
            #expect(wrong.text.contains("Another file was signed.") && wrong.text.contains("4 "))
            let challenge = try await browser.get("\(link)/challenge")
            #expect(challenge.status == .ok)
            #expect(challenge.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let signature = StubExternal.signature(over: challenge.text.utf8)
            let right = try await browser.upload(
                "\(link)/unlock", String(decoding: signature, as: UTF8.self), named: "a.sig",
                field: "biz-cms")
            #expect(right.status == .seeOther && right.location == link)
            #expect(try await browser.get(link).text.contains("data-action=\"sign\""))
        }
    }

    @Test("who is not asked for a certificate is given no challenge")
    func noChallenge() async throws {
        let world = StubWorld()
        let document = try await world.sent(to: [Party.signer()])
        try await browsing(world) { browser in
            let answer = try await browser.get("\(world.link(document, 0))/challenge")
            #expect(answer.status == .forbidden && answer.text.contains("name=\"contact\""))
        }
    }

    @Test("another step than the one that is next is refused")
    func order() async throws {
        let world = StubWorld()
        let document = try await world.sent(to: [Party.signer()])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            let begun = try await browser.post(
                "\(link)/identity/begin", ["kind": "phoneIdentity"])
            #expect(begun.status == .forbidden)
        }
    }
}
