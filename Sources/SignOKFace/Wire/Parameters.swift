import Domain
import HTTPCommon
import HTTPTypes
import HummingbirdCore

/// What a call asks for: the items of its query and the members of its body, be it JSON or a form.
/// The body's win.
struct Parameters {
    private let query: QueryItems
    private var form: QueryItems?
    private var object: JSONField?

    /// `version` 1 may wrap the members in what the call is about.
    init(
        _ request: Request, _ version: WireVersion, of root: WireRoot = .document
    ) async throws {
        query = request.query
        guard request.method == .post else { return }
        if request.hasForm {
            form = try await request.formBody()
        } else {
            object = try Self.members(of: await request.jsonBodyIfAny(), version, root)
        }
    }

    func text(_ name: String, limit: Int = 500) throws(Refusal) -> String? {
        guard let text = try given(name) else { return nil }
        guard text.count <= limit else { throw .invalid(path: name, .tooLong(limit: limit)) }
        return text
    }

    private func given(_ name: String) throws(Refusal) -> String? {
        if let text = try form?.first(name) { return text }
        if let text = try object?.member(name).looseText() { return text }
        return try query.first(name)
    }

    /// Digits, as a number or as a text.
    func number(_ name: String) throws(Refusal) -> Int? {
        guard let text = try text(name) else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
            throw .invalid(path: name, .malformed)
        }
        return number
    }

    /// `page` and `per_page`; the first ten, where nothing is asked.
    func page() throws(Refusal) -> PageNumber {
        let number = try number("page") ?? 1
        let rowCount = try self.number("per_page") ?? 10
        guard let page = PageNumber(number, rowCount: rowCount) else {
            throw .invalid(path: rowCount < 1 ? "per_page" : "page", .malformed)
        }
        return page
    }

    private static func members(
        of body: JSONField, _ version: WireVersion, _ root: WireRoot
    ) throws(Refusal) -> JSONField? {
        if body.isAbsent { return nil }
        let wrapped = try body.member("\(root.name)")
        return version == .v1 && !wrapped.isAbsent ? wrapped : body
    }
}
