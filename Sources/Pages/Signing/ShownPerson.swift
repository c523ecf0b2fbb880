import Domain
import Words

extension ShownPerson {
    init(_ person: Recipient, isViewer: Bool, _ words: Words, _ time: (Instant) -> String) {
        let (key, at) = (person.turn?.progress).facts
        self.init(
            name: person.displayName, isViewer: isViewer, role: person.role.told(words),
            status: words["turn.\(key)"], mark: key, time: at.map(time))
    }
}

extension RecipientRole {
    /// `nil` for a signer: that is what people are asked for, unless another thing is said.
    fileprivate func told(_ words: Words) -> String? {
        switch self {
        case .signer: nil
        case .reviewer: words["audit.role.reviewer"]
        case .carbonCopy: words["audit.role.carbonCopy"]
        }
    }
}

extension Turn.Progress? {
    /// The last part of the catalogue's key, and when it came about.
    fileprivate var facts: (key: String, at: Instant?) {
        switch self {
        case nil, .waiting: ("waiting", nil)
        case .notified(let at): ("notified", at)
        case .opened(let at): ("opened", at)
        case .approved(let approval): ("approved", approval.at)
        case .reviewed(let at): ("reviewed", at)
        case .rejected(let at, _): ("rejected", at)
        }
    }
}
