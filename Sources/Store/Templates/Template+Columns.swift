internal import Domain
internal import SQLText

/// What a list tells, for `template_version AS v`.
let summaryColumns: SQL = """
    v.title, v.creator_id, v.creator_last_name, v.creator_first_name, v.creator_patronymic,
    v.creator_email
    """

extension SQLConnection {
    func insert(_ template: Template) throws {
        let creator = template.creator
        try execute(
            """
            INSERT INTO template_version (
                account_id, template_id, version, creator_id, creator_last_name,
                creator_first_name, creator_patronymic, creator_email, title, is_sequential,
                is_face_to_face, requires_approval, period_days, parties, fields, files,
                attachments)
            VALUES (
                \(template.account), \(template.id), \(template.version), \(creator.user),
                \(creator.name.lastName), \(creator.name.firstName), \(creator.name.patronymic),
                \(creator.email), \(template.title), \(template.isSequential),
                \(template.isFaceToFace), \(template.requiresApproval), \(template.period?.days),
                \(try JSONText(template.parties)), \(try JSONText(template.fields)),
                \(try JSONText(template.files)), \(try JSONText(template.attachments)))
            """)
    }
}

extension Row {
    func template() throws -> Template {
        Template(
            id: try value("id"), account: try value("account_id"), creator: try creator(),
            title: try value("title"), createdAt: try value("created_at"),
            version: try value("version"), isSequential: try value("is_sequential"),
            isFaceToFace: try value("is_face_to_face"),
            requiresApproval: try value("requires_approval"),
            period: try value("period_days", as: Int?.self).flatMap(SigningPeriod.init),
            parties: try value("parties", as: JSONText.self).value,
            fields: try value("fields", as: JSONText.self).value,
            files: try value("files", as: JSONText.self).value,
            attachments: try value("attachments", as: JSONText.self).value)
    }

    func foundTemplate() throws -> FoundTemplate {
        FoundTemplate(
            id: try value("id"), title: try value("title"), creator: try creator(),
            createdAt: try value("created_at"))
    }

    private func creator() throws -> Document.Author {
        Document.Author(
            user: try value("creator_id"), name: try personName("creator_"),
            email: try value("creator_email"))
    }
}
