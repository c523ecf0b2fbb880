import Domain
import FoundationEssentials

/// A message to the provider: type, time and data, as Standard Webhooks recommends.
struct IdentityQuestion: Encodable {
    enum Kind: String, Encodable {
        case begin = "identity.begin"
        case confirm = "identity.confirm"
    }

    private enum CodingKeys: String, CodingKey {
        case type, timestamp, data
    }

    private let type: Kind
    private let data: Facts
    private var timestamp = ""

    init(_ type: Kind, _ check: IdentityCheck, _ answer: IdentityAnswer? = nil) {
        self.type = type
        data = Facts(check, answer)
    }

    func body(at now: Instant) throws -> [UInt8] {
        var question = self
        question.timestamp = Date(timeIntervalSince1970: Double(now.seconds)).formatted(.iso8601)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(question))
    }
}

extension IdentityQuestion {
    fileprivate struct Facts: Encodable {
        let check: String
        let kind: String
        let name: String
        let email: String?
        let phone: String?
        let document: Document
        let recipient: String
        let language: String
        let answer: Answer?

        init(_ check: IdentityCheck, _ answer: IdentityAnswer?) {
            self.check = "\(check.id)"
            kind = check.kind.rawValue
            name = check.name
            switch check.contact {
            case .email(let address): (email, phone) = (address.text, nil)
            case .phone(let number): (email, phone) = (nil, number.text)
            }
            document = Document(id: "\(check.document.id)", name: check.document.name)
            recipient = "\(check.recipient)"
            language = check.language.rawValue
            self.answer = answer.map { Answer(name: $0.name, code: $0.code) }
        }
    }

    fileprivate struct Document: Encodable {
        let id: String
        let name: String
    }

    fileprivate struct Answer: Encodable {
        let name: String
        let code: String
    }
}
