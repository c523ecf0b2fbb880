import Domain
import HTTPCommon

/// What a client says of one document to be made; `nil` is what it does not say.
struct OrderRequest: Sendable {
    /// Before every path of the members; empty, or ending in a dot.
    private let path: String
    private var title: String?
    private var clientID: String?
    private var isSentAtOnce: Bool?
    private var isApprovedAutomatically: Bool?
    private var redirect: RedirectAddress?
    private var parties: [PartyOrder]?
    private var copies: [CopyOrder]?
    private var entries: [EntryOrder]?

    init(_ field: JSONField) throws(Refusal) {
        path = field.path.isEmpty ? "" : "\(field.path)."
        title = try field.member("title").looseText()
        clientID = try field.member("search_code").looseText()
        isSentAtOnce = try field.member("auto_send").looseBoolean()
        isApprovedAutomatically = try field.member("auto_confirm").looseBoolean()
        redirect = try Self.redirect(field.member("redirect_url"))
        parties = try field.member("signer").optionalElements()?.map(PartyOrder.init)
        copies = try field.member("cc_list").optionalElements()?.map(CopyOrder.init)
        entries = try field.member(of: "items", "item").optionalElements()?.map(EntryOrder.init)
    }

    /// A row of many, with what is said of all of them where it is silent.
    func filled(from defaults: OrderRequest) -> OrderRequest {
        var filled = self
        filled.title = title ?? defaults.title
        filled.clientID = clientID ?? defaults.clientID
        filled.isSentAtOnce = isSentAtOnce ?? defaults.isSentAtOnce
        filled.isApprovedAutomatically =
            isApprovedAutomatically ?? defaults.isApprovedAutomatically
        filled.redirect = redirect ?? defaults.redirect
        filled.parties = parties ?? defaults.parties
        filled.copies = copies ?? defaults.copies
        filled.entries = entries ?? defaults.entries
        return filled
    }

    var order: TemplateOrder {
        TemplateOrder(
            path: path, clientID: clientID, title: title, parties: parties ?? [],
            copies: copies ?? [], entries: entries ?? [],
            requiresApproval: isApprovedAutomatically.map(!), redirect: redirect,
            isSentAtOnce: isSentAtOnce ?? false)
    }

    private static func redirect(_ field: JSONField) throws(Refusal) -> RedirectAddress? {
        guard let text = try field.looseText(limit: RedirectAddress.limit) else { return nil }
        guard let address = RedirectAddress(text) else { throw field.malformed }
        return address
    }
}

extension JSONField {
    /// The template that a document is made from.
    func templateID() throws(Refusal) -> TemplateID {
        let field = try member("template_id")
        guard let text = try field.looseText() else { throw field.missing }
        guard let id = TemplateID(compact: text) else { throw .templateNotFound }
        return id
    }
}
