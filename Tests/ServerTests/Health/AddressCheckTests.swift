import TamgaTestKit
import Testing

@testable import Server

@Suite("The checks of addresses")
struct AddressCheckTests {
    private func settings(
        _ server: ServerProcess, of dataFolder: String? = nil
    ) async throws -> Settings {
        let address = await server.address.dropFirst("http://".count)
        return try Settings(
            flags: [.dataFolder: dataFolder ?? server.dataFolder, .listen: String(address)],
            environment: [:])
    }

    @Test("beside its running server nothing is found wrong, and its own authority answers")
    func beside() async throws {
        let server = try ServerProcess()
        try await server.start()
        var settings = try await settings(server)
        let address = "\(settings.host):\(settings.port)"
        #expect(
            await ListenCheck(settings).finding() == .good("this server listens on \(address)"))
        settings.timestamps = .remote("http://\(address)/tsa", fallsBack: false)
        let results = await Checkup(of: settings, program: BuiltTamga.path).results()
        #expect(results.filter(\.finding.isFailure) == [])
    }

    @Test("a port that another program has fails")
    func taken() async throws {
        let (server, other) = (try ServerProcess(), try ServerProcess())
        try await server.start()
        try await other.start()
        let settings = try await settings(server, of: other.dataFolder)
        let finding = await ListenCheck(settings).finding()
        #expect(finding.isFailure && finding.remedy?.contains("ss -ltnp") == true)
    }

    @Test("an address that is not the machine's fails")
    func elsewhere() async throws {
        let settings = try Settings(flags: [.listen: "192.0.2.1:8080"], environment: [:])
        let finding = await ListenCheck(settings).finding()
        #expect(finding.isFailure && finding.remedy?.contains("address of this machine") == true)
    }

    @Test(
        "letters that lead nowhere, or in the open, are warned of",
        arguments: [
            nil, "https://localhost:8443", "https://127.0.0.1", "https://[::1]:8443",
            "http://sign.example.org",
        ])
    func publicURL(url: String?) async throws {
        var settings = try Settings(environment: [:])
        settings.publicURL = url
        let finding = await PublicURLCheck(settings).finding()
        #expect(finding.isWarning && finding.remedy?.contains("public-url") == true)
    }

    @Test("letters in the spool are counted, and said where to be read")
    func mail() async throws {
        let folder = try TemporaryFolder()
        let before = await MailCheck(spool: folder.file("none")).finding()
        #expect(before.isWarning && before.text.hasSuffix(": 0 so far"))
        try folder.write([], as: "1.json")
        let after = await MailCheck(spool: folder.path).finding()
        #expect(after.text.hasSuffix(": 1 so far") && after.remedy?.contains("mail list") == true)
    }
}
