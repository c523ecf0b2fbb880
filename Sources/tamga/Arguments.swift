public import ArgumentParser
public import Domain

// Words of the domain as arguments of commands, by their raw values.
extension User.Role: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension Permission: ExpressibleByArgument {}
extension CertificateIssuer: ExpressibleByArgument {}
extension Revocation.Reason: ExpressibleByArgument {}

extension RedirectOrigin: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
