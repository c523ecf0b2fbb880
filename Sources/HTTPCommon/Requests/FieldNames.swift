import HTTPTypes

/// The name of a header field that the HTTP library does not spell itself.
///
/// The precondition is about our own literals, never about input.
func fieldName(_ literal: StaticString) -> HTTPField.Name {
    guard let name = HTTPField.Name("\(literal)") else {
        preconditionFailure("not a field name: \(literal)")
    }
    return name
}
