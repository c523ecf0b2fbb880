import ArgumentParser
import Domain
import Foundation

struct StampCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stamp",
        abstract: "The company stamp that an account's users may sign with.",
        subcommands: [Set.self, Show.self, Remove.self])

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register a picture as the account's stamp, in the place of an earlier one.")

        @Argument(help: "PNG or JPEG, up to 512 KiB and 4 megapixels.") var file: String
        @OptionGroup var place: AccountPlace

        func run() async throws {
            let (ports, account) = try await place.open()
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw Problem("\(file) cannot be read; check the path and its permissions")
            }
            do {
                try await RegisterStamp(ports)([UInt8](bytes), for: account)
            } catch Refusal.field {
                throw Problem("\(file) is no PNG or JPEG of up to 512 KiB and 4 megapixels")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell SHA-256 and length of the account's stamp, or write it to a file.")

        @Option(name: [.short, .long], help: "Where the picture goes, as it was given.")
        var output: String?
        @OptionGroup var place: AccountPlace

        func run() async throws {
            let (ports, account) = try await place.open()
            guard let bytes = try await RegisterStamp(ports).registered(for: account) else {
                throw Problem("account \(place.account) has no stamp; see: tamga stamp set")
            }
            guard let output else { return say("\(ContentHash(of: bytes))\t\(bytes.count)") }
            guard FileManager.default.createFile(atPath: output, contents: Data(bytes)) else {
                throw Problem("\(output) cannot be written; check the path and its permissions")
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Offer the account's stamp no longer; what was signed with it stays.")

        @OptionGroup var place: AccountPlace

        func run() async throws {
            let (ports, account) = try await place.open()
            try await ports.accounts.keep(nil, asStampOf: account)
        }
    }
}
