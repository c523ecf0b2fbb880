import ArgumentParser
import Authority
import Foundation
import Server

struct TrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Certificates that signatures made elsewhere must lead to.",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Trust the certificates of a file; their ids are printed.")

        @Argument(help: "Certificates in PEM, or one in DER.") var file: String
        @OptionGroup var options: SettingOptions

        func run() async throws {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw Problem("\(file) cannot be read; check the path and its permissions")
            }
            let folder = try TrustFolder(options)
            let added = try TrustFault.told(of: file) { try folder.add([UInt8](bytes)) }
            for certificate in added { say(certificate.id) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the trusted certificates.")

        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let folder = try TrustFolder(options)
            let rows = try TrustFault.told { try folder.certificates() }.map(TrustRow.init)
            if json { return say(try tamga.json(rows)) }
            for row in rows { say(row.text) }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Trust a certificate no longer.")

        @Argument(help: "Its id, or the first eight digits of it or more.") var id: String
        @OptionGroup var options: SettingOptions

        func run() async throws {
            let folder = try TrustFolder(options)
            say(try TrustFault.told { try folder.remove(id) })
        }
    }
}

extension TrustFolder {
    fileprivate init(_ options: SettingOptions) throws {
        self.init(dataFolder: try options.settings().dataFolder)
    }
}

extension TrustFault {
    /// What it says to people: what is the matter, and what to do.
    fileprivate static func told<Result>(
        of file: String = "", _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch let fault as TrustFault {
            throw Problem(fault.words(file))
        }
    }

    private func words(_ file: String) -> String {
        switch self {
        case .unreadable(let reason):
            "\(file) is no file of certificates (\(reason)); give PEM or DER"
        case .damaged(let path):
            "\(path) does not hold the certificate that its name says; remove it, and add the "
                + "certificate again with: tamga trust add"
        case .unknown(let id): "no trusted certificate \(id); see: tamga trust list"
        case .ambiguous(let id): "several ids begin with \(id); give more digits"
        }
    }
}
