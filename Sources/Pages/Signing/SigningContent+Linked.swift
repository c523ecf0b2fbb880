import Domain
import Words

/// What was sent with a form and refused, to be shown again.
struct RefusedForm: Equatable, Sendable {
    let note: RefusalNote
    var code = ""
    var isConsentGiven = false
    var reason = ""

    func problem(at place: RefusalNote.Place) -> String? {
        note.place == place ? note.text : nil
    }
}

extension SigningContent {
    /// `code` is the link's; `wasSent` after a code was asked for.
    init(
        _ linked: LinkedDocument, code: String, document: ShownDocument?,
        wasSent: Bool = false, refused: RefusedForm? = nil, words: Words,
        time: (Instant) -> String
    ) {
        let (recipient, state) = (linked.recipient, SigningState(linked))
        let isShown = linked.isReadable
        self.init(
            state: state, address: "/sign/\(code)",
            heading: isShown ? linked.document.name : words["link.title"],
            from: isShown
                ? words("sign.from", ["author": linked.document.author.name.full]) : nil,
            lead: words(
                linked.leadKey,
                [
                    "name": recipient.displayName, "contact": recipient.contact.text,
                    "time": linked.actedAt.map(time) ?? "",
                ]),
            after: linked.afterKey.map { words[$0] },
            reason: linked.recipient.declineReason,
            alert: refused?.alert(in: state), document: document,
            people: isShown ? linked.people(words, time) : [], hasPeople: isShown,
            forms: state == .open
                ? SigningForms(recipient, wasSent: wasSent, refused: refused, words: words) : nil,
            download: linked.isSigned ? "/sign/\(code)/signed" : nil,
            certificate: linked.hasSeparateCertificate ? "/sign/\(code)/certificate" : nil)
    }
}

extension RefusedForm {
    /// Above everything, where there is no field to stand beside.
    fileprivate func alert(in state: SigningState) -> String? {
        state == .open && note.place != .page ? nil : note.text
    }
}

extension SigningForms {
    init(_ recipient: Recipient, wasSent: Bool, refused: RefusedForm?, words: Words) {
        let address = ["contact": recipient.contact.text]
        codeExplanation = words("sign.code.explain", address)
        codeSent = wasSent ? words("sign.code.sent", address) : nil
        requestProblem = refused?.problem(at: .requestCode)
        method =
            recipient.method.map { words["sign.method.\($0.rawValue)"] } ?? ""
        codeProblem = refused?.problem(at: .code)
        givenCode = refused?.code ?? ""
        consentProblem = refused?.problem(at: .consent)
        isConsentGiven = refused?.isConsentGiven ?? false
        rules = ConsentRules(words)
        reasonProblem = refused?.problem(at: .reason)
        givenReason = refused?.reason ?? ""
    }
}

extension Recipient {
    fileprivate var declineReason: String? {
        if case .rejected(_, let reason)? = turn?.progress { reason } else { nil }
    }
}

extension LinkedDocument {
    fileprivate func people(_ words: Words, _ time: (Instant) -> String) -> [ShownPerson] {
        document.recipients.map { person in
            ShownPerson(person, isViewer: person.id == recipient.id, words, time)
        }
    }
}
