import ArgumentParser
import Domain
import Server

struct AuthorityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ca", abstract: "The certificate authority: root and issuing CA.",
        subcommands: [Show.self, Export.self, Revoke.self, List.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell of the certificates and of the current revocation lists.")

        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let ports = try await Workplace.open(options.settings()).ports
            var rows: [IssuerRow] = []
            for issuer in CertificateIssuer.allCases {
                rows.append(
                    IssuerRow(
                        issuer, certificate: ports.authority.certificate(of: issuer),
                        list: try await RevocationLists(ports).published(by: issuer)))
            }
            if json { return say(try tamga.json(rows)) }
            for row in rows { say(row.text) }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the certificates in PEM, for whoever is to trust them.")

        @Argument(help: "root or issuing; both where nothing is said.")
        var issuer: CertificateIssuer?
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let authority = try await Workplace.open(options.settings()).ports.authority
            for issuer in issuer.map({ [$0] }) ?? CertificateIssuer.allCases {
                say(PEM.text("CERTIFICATE", authority.certificate(of: issuer)))
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a certificate back, for good; a running server tells within a minute.")

        @Argument(help: "The certificate's serial number, hexadecimal.") var serial: String
        @Option(help: "Why: \(reasons).") var reason: Revocation.Reason = .unspecified
        @OptionGroup var options: SettingOptions

        private static let reasons =
            Revocation.Reason.allCases.map(\.rawValue).joined(separator: ", ")

        func run() async throws {
            let ports = try await Workplace.open(options.settings()).ports
            switch try await RevokeCertificate(ports)(serial, because: reason) {
            case .revoked(let revocation):
                say("\(revocation.serial) is revoked (\(revocation.reason.rawValue))")
            case .alreadyRevoked(let revocation):
                throw Problem(
                    "\(serial) was revoked before, on \(revocation.at.iso8601); nothing is changed")
            case .unknown:
                throw Problem(
                    "no certificate \(serial); its number stands on the certificate page, and in: "
                        + "tamga verify")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "crl", abstract: "Sign the revocation lists anew, and print them in PEM.")

        @Argument(help: "root or issuing; both where nothing is said.")
        var issuer: CertificateIssuer?
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let ports = try await Workplace.open(options.settings()).ports
            for list in try await RevocationLists(ports).fresh() {
                guard issuer == nil || list.issuer == issuer else { continue }
                say(PEM.text("X509 CRL", list.der))
            }
        }
    }
}
