internal import Domain
internal import SQLText

let confirmationColumns: SQL = """
    id, number, purpose, document_id, recipient_id, round, user_id, requested_at, expires_at,
    attempts_left, outcome
    """

extension Confirmation {
    var inserting: Write {
        let purpose = PurposeColumns(purpose)
        return Write(
            """
            INSERT INTO confirmation (\(confirmationColumns))
            VALUES (
                \(id), \(number), \(purpose.name), \(purpose.document), \(purpose.recipient),
                \(purpose.round), \(purpose.user), \(requestedAt), \(expiresAt),
                \(attemptsLeft), \(outcome))
            """)
    }
}

private struct PurposeColumns {
    let name: String
    var document: DocumentID?
    var recipient: RecipientID?
    var round: Int?
    var user: UserID?

    init(_ purpose: Confirmation.Purpose) {
        switch purpose {
        case .signing(let document, let recipient, let round):
            name = "signing"
            (self.document, self.recipient, self.round) = (document, recipient, round)
        case .access(let document, let recipient, let round):
            name = "access"
            (self.document, self.recipient, self.round) = (document, recipient, round)
        case .certificate(let user): (name, self.user) = ("certificate", user)
        }
    }
}

extension Confirmation.Purpose {
    /// Finds the rows of this purpose.
    var condition: SQL {
        switch self {
        case .signing(let document, let recipient, let round):
            """
            purpose = 'signing' AND document_id = \(document) AND recipient_id = \(recipient)
            AND round = \(round)
            """
        case .access(let document, let recipient, let round):
            """
            purpose = 'access' AND document_id = \(document) AND recipient_id = \(recipient)
            AND round = \(round)
            """
        case .certificate(let user): "purpose = 'certificate' AND user_id = \(user)"
        }
    }
}

extension Row {
    func confirmation() throws -> Confirmation {
        Confirmation(
            id: try value("id"), number: try value("number"), purpose: try purpose(),
            requestedAt: try value("requested_at"), expiresAt: try value("expires_at"),
            attemptsLeft: try value("attempts_left"), outcome: try value("outcome"))
    }

    private func purpose() throws -> Confirmation.Purpose {
        switch try value("purpose", as: String.self) {
        case "signing":
            .signing(
                document: try value("document_id"), recipient: try value("recipient_id"),
                round: try value("round"))
        case "access":
            .access(
                document: try value("document_id"), recipient: try value("recipient_id"),
                round: try value("round"))
        case "certificate": .certificate(user: try value("user_id"))
        case let purpose: throw SQLError(.decoding, "unknown purpose of a code \(purpose)")
        }
    }
}
