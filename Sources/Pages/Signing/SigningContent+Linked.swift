import Domain
import Words

extension SigningContent {
    /// `code` is the link's; `stamp` the company's that is offered; `wasSent` after a code was
    /// asked for.
    init(
        _ linked: LinkedDocument, code: String, document: ShownDocument?,
        stamp: CompanyStamp? = nil, wasSent: Bool = false, refused: RefusedForm? = nil,
        words: Words, time: (Instant) -> String
    ) {
        let (recipient, state) = (linked.recipient, SigningState(linked))
        let (isShown, door) = (
            linked.isReadable, SigningDoor(linked, wasSent: wasSent, refused: refused, words: words)
        )
        let acts = linked.isActing
        self.init(
            state: state, address: "/sign/\(code)",
            heading: isShown ? linked.document.name : words["link.title"],
            from: isShown
                ? words("sign.from", ["author": linked.document.author.name.full]) : nil,
            lead: words(linked.leadKey, linked.leadValues(time)),
            memo: isShown ? recipient.memo : nil,
            deadline: acts ? linked.document.schedule.deadline.map(time) : nil,
            after: linked.afterKey.map { words[$0] }, reason: recipient.declineReason,
            alert: refused?.alert(acts: acts, hasDoor: door != nil),
            correction: acts ? refused?.correction : nil, document: document,
            people: isShown ? linked.people(words, time) : [], hasPeople: isShown, door: door,
            attachments: acts
                ? AttachmentForms(recipient, refused: refused, words: words) : nil,
            sign: acts ? linked.signingForm(wasSent: wasSent, refused, stamp, words) : nil,
            external: acts
                ? ExternalForm(
                    recipient, of: linked.document, refused: refused, stamp: stamp, words: words)
                : nil,
            outside: isShown ? OutsideSignatures(linked.document, at: "/sign/\(code)") : nil,
            review: acts && recipient.role == .reviewer
                ? ReviewForm(explanation: words["review.explain"]) : nil,
            decline: acts ? DeclineForm(recipient.role, refused: refused, words: words) : nil,
            isOpen: acts || (state == .open && isShown),
            download: linked.isSigned ? "/sign/\(code)/signed" : nil,
            certificate: linked.hasSeparateCertificate ? "/sign/\(code)/certificate" : nil)
    }
}

extension LinkedDocument {
    /// Whose certificate is used elsewhere has another form.
    fileprivate func signingForm(
        wasSent: Bool, _ refused: RefusedForm?, _ stamp: CompanyStamp?, _ words: Words
    ) -> SigningForm? {
        guard let method = recipient.method, !method.isExternal else { return nil }
        return SigningForm(
            recipient, of: document, method: method, wasSent: wasSent, refused: refused,
            stamp: stamp, words: words)
    }

    fileprivate func leadValues(_ time: (Instant) -> String) -> [String: String] {
        [
            "name": recipient.displayName, "contact": recipient.contact.text,
            "time": actedAt.map(time) ?? "",
        ]
    }

    fileprivate func people(_ words: Words, _ time: (Instant) -> String) -> [ShownPerson] {
        document.recipients.map { person in
            ShownPerson(person, isViewer: person.id == recipient.id, words, time)
        }
    }
}

extension Recipient {
    fileprivate var declineReason: String? {
        if case .rejected(_, let reason)? = turn?.progress { reason } else { nil }
    }
}
