/// One row of a result, read by column name or position (from 0).
public struct Row: Sendable, Hashable {
    /// The columns' names in their order, shared by all rows of a result.
    public let columns: [String]

    /// The values in the columns' order.
    public let values: [SQLValue]

    /// `values` has one value for each of `columns`.
    public init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of the named column.
    /// - Throws: ``SQLError`` with ``SQLError/Code/decoding`` where there is no such column, or it
    ///   holds something else.
    @inlinable
    public func value<Value: SQLConvertible>(
        _ column: String, as type: Value.Type = Value.self
    ) throws(SQLError) -> Value {
        guard let index = columns.firstIndex(of: column) else {
            throw SQLError(.decoding, "the result has no column \(column)")
        }
        return try value(at: index)
    }

    /// The value of the column at a position.
    /// - Throws: ``SQLError`` with ``SQLError/Code/decoding`` as above.
    @inlinable
    public func value<Value: SQLConvertible>(
        at index: Int, as type: Value.Type = Value.self
    ) throws(SQLError) -> Value {
        guard values.indices.contains(index) else {
            throw SQLError(.decoding, "the result has no column \(index)")
        }
        guard let value = Value(sqlValue: values[index]) else {
            throw SQLError(.decoding, "column \(columns[index]) does not hold \(Value.self)")
        }
        return value
    }
}
