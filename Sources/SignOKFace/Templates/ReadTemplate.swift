import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /api/v1/template/{id}` and `/api/v2/template/{id}`: what documents are made from.
enum ReadTemplate {
    static func answer(_ version: WireVersion) -> Route.Answer {
        { call in
            let actor = try await call.actor()
            let template = try await ReadTemplates(call.ports)(call.templateID(), by: actor)
            return switch version {
            case .v1:
                Response(
                    json: RootEnvelope(
                        root: .template, content: TemplateReplyV1(template: template)))
            case .v2:
                Response(json: ResultEnvelope(result: TemplateReplyV2(template: template)))
            }
        }
    }
}

extension Call {
    fileprivate func templateID() throws(Refusal) -> TemplateID {
        guard let text = pathID(), let id = TemplateID(compact: text) else {
            throw .templateNotFound
        }
        return id
    }
}

extension Template {
    /// As this wire counts them: by their order, from 1.
    var numberedParties: [(index: Int, party: TemplateParty, fields: [Field])] {
        parties.enumerated().sorted {
            ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
        }
        .enumerated().map { index, place in
            (index + 1, place.element, fields.filter { $0.position == place.offset })
        }
    }
}
