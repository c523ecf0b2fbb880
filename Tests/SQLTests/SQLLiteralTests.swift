import SQLText
import Testing

@Suite("SQL literals")
struct SQLLiteralTests {
    @Test("an interpolated value is bound, not spelled")
    func bindsValues() {
        let name = "Robert'); DROP TABLE student;--"
        let statement: SQL = "SELECT id FROM student WHERE name = \(name) AND age > \(7)"
        #expect(statement.text == "SELECT id FROM student WHERE name = $1 AND age > $2")
        #expect(statement.bindings == [.text(name), .integer(7)])
    }

    @Test("statements are of one shape whatever their values are, and of another by one word")
    func hasShape() {
        let shapes = [1, 2].map { ("DELETE FROM note WHERE id = \($0)" as SQL).shape }
        #expect(shapes[0] == shapes[1])
        #expect(shapes[0].hashValue == shapes[1].hashValue)
        let other: SQL = "DELETE FROM note WHERE no = \(1)"
        let longer: SQL = "DELETE FROM note WHERE id = \(1) OR 1 = 1"
        #expect(shapes[0] != other.shape)
        #expect(shapes[0] != longer.shape)
        let spliced: SQL = "DELETE FROM note \("WHERE id = \(3)" as SQL)"
        #expect(spliced.shape == shapes[0])
    }

    @Test("an absent optional binds NULL")
    func bindsNull() {
        let reason: String? = nil
        let statement: SQL = "UPDATE document SET reason = \(reason)"
        #expect(statement.bindings == [.null])
    }

    @Test("a spliced fragment is numbered anew")
    func splices() {
        let condition: SQL = "state = \("draft") AND author = \("a")"
        let statement: SQL =
            "SELECT id FROM document WHERE account = \(1) AND \(condition) LIMIT \(9)"
        #expect(
            statement.text
                == "SELECT id FROM document WHERE account = $1 AND state = $2 AND author = $3 LIMIT $4"
        )
        #expect(statement.bindings == [.integer(1), .text("draft"), .text("a"), .integer(9)])
    }

    @Test("a list binds each element")
    func bindsLists() {
        let statement: SQL = "SELECT 1 WHERE 5 IN (\(list: [4, 5])) OR 6 = \(6)"
        #expect(statement.text == "SELECT 1 WHERE 5 IN ($1, $2) OR 6 = $3")
        #expect(statement.bindings == [.integer(4), .integer(5), .integer(6)])
    }

    @Test("an empty list equals nothing")
    func bindsEmptyList() {
        let statement: SQL = "SELECT 1 WHERE 5 IN (\(list: [Int]()))"
        #expect(statement.text == "SELECT 1 WHERE 5 IN (NULL)")
        #expect(statement.bindings.isEmpty)
    }

    @Test("conditions join with their values in order")
    func joins() {
        let whole = SQL.joined(["a = \(1)", "b IS NULL", "c = \(2)"], separator: " OR ")
        #expect(whole.text == "a = $1 OR b IS NULL OR c = $2")
        #expect(whole.bindings == [.integer(1), .integer(2)])
    }

    @Test("a column of another type is a decoding error, not a crash")
    func refusesWrongType() {
        let row = Row(columns: ["id"], values: [.text("x")])
        let refusal = SQLError(.decoding, "")
        #expect(throws: refusal) { try row.value("id", as: Int.self) }
        #expect(throws: refusal) { try row.value("absent", as: String.self) }
        #expect(throws: refusal) { try row.value(at: 1, as: String.self) }
    }

    @Test("a NULL is read as an absent optional only")
    func readsNull() throws {
        let row = Row(columns: ["id"], values: [.null])
        #expect(try row.value("id", as: Int?.self) == nil)
        #expect(throws: SQLError(.decoding, "")) { try row.value("id", as: Int.self) }
    }
}
