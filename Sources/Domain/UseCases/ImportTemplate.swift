/// Takes a template in. Its files are read, and laid out once with all fields, as they will be for
/// each document: what cannot be signed is told now, and nothing is kept.
public struct ImportTemplate: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// - Parameter id: of the template that this is a new version of; `nil` for a new one.
    /// - Throws: ``TemplateTrouble``; ``Refusal/templateNotFound``; ``Refusal/busy`` where somebody
    ///   added a version meanwhile.
    public func callAsFunction(
        _ wanted: NewTemplate, as id: TemplateID? = nil, by author: User
    ) async throws -> Template {
        let known = try await known(id, in: author.account)
        let template = Template(
            wanted, after: known, id: id ?? ports.randomness.identifier(),
            files: try await read(wanted.files), by: author, at: ports.clock.now())
        try template.checkPages()
        try await layOut(template, by: author)
        do {
            try await ports.templates.add(template)
        } catch is VersionConflict {
            throw Refusal.busy
        }
        return template
    }

    private func known(_ id: TemplateID?, in account: AccountID) async throws -> Template? {
        guard let id else { return nil }
        guard let known = try await ports.templates.template(id, in: account) else {
            throw Refusal.templateNotFound
        }
        return known
    }

    private func read(_ files: [NewFile]) async throws -> [ReadFile] {
        var read: [ReadFile] = []
        for (index, file) in files.enumerated() {
            switch try await ports.workshop.inspect(file.blob) {
            case .readable(let facts) where facts.isSigned && files.count > 1:
                throw TemplateTrouble.file(index, .signedAmongOthers)
            case .readable(let facts): read.append(ReadFile(file: file, facts: facts))
            case .unusable(let trouble): throw TemplateTrouble.file(index, trouble)
            }
        }
        return read
    }

    private func layOut(_ template: Template, by author: User) async throws {
        let trial = template.trial(by: author, from: ports.randomness, links: ports.linkKey)
        do {
            _ = try await ports.workshop.prepare(
                LayoutOrder(
                    document: trial, fields: trial.fields, at: trial.createdAt,
                    verificationURL: ports.addresses.verification(trial.id),
                    certificationRoom: ports.sealer.certificationRoom))
        } catch let trouble as FieldTrouble {
            throw TemplateTrouble.field(trouble)
        } catch let trouble as FileTrouble {
            throw TemplateTrouble.files(trouble)
        }
    }
}

extension Template {
    fileprivate init(
        _ wanted: NewTemplate, after known: Template?, id: TemplateID, files: [ReadFile],
        by author: User, at now: Instant
    ) {
        self.init(
            id: id, account: author.account,
            creator: Document.Author(user: author.id, name: author.name, email: author.email),
            title: wanted.title, createdAt: known?.createdAt ?? now,
            version: (known?.version ?? 0) + 1, isSequential: wanted.isSequential,
            isFaceToFace: wanted.isFaceToFace, requiresApproval: wanted.requiresApproval,
            period: wanted.period, parties: wanted.parties, fields: wanted.fields, files: files,
            attachments: wanted.attachments)
    }

    fileprivate func checkPages() throws(TemplateTrouble) {
        let pageCount = files.reduce(0) { $0 + $1.facts.pageCount }
        for field in fields where field.places.contains(where: { $0.page > pageCount }) {
            throw .noSuchPage(field: field.id, pageCount: pageCount)
        }
    }

    /// A document with everybody in it, never stored.
    fileprivate func trial(
        by author: User, from randomness: any Randomness, links: LinkKey
    ) -> Document {
        let wanted = NewDocument(
            clientID: nil, name: title, isSequential: isSequential, language: .english,
            recipients: parties.map { party in
                NewRecipient(
                    name: PersonName(party.name ?? party.id)
                        ?? PersonName(lastName: party.id, firstName: ""),
                    contact: party.contact ?? .email(author.email), number: party.number,
                    role: party.role, access: .contact)
            },
            fields: fields, files: files)
        return Document.creating(
            wanted, by: author,
            ids: NewIdentifiers(for: wanted, from: randomness, at: createdAt), links: links,
            at: createdAt
        ).after
    }
}
