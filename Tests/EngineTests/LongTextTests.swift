import Domain
import TamgaTestKit
import Testing

@Suite("Certificates of long texts")
struct LongTextTests {
    private let engines: Engines

    init() throws { engines = try Engines() }

    private static func recipients(_ count: Int) -> [NewRecipient] {
        (1...count).map { number in
            let local = "a.very.long.mailbox.name.of.\(number).in.the.accounting.office"
            let domain = "a-department-with-a-long-name.of-a-subsidiary.of-a-company.example.com"
            return NewRecipient(
                name: PersonName(
                    lastName: "Константинопольский-Задунайский-Рождественский",
                    firstName: "Владислав Максимилиан Александр \(number)",
                    patronymic: "Всеволодович-Аполлинарьевич"),
                contact: .email(Sample.email("\(local)@\(domain)")), number: nil,
                role: .signer(number % 2 == 0 ? .ownCertificate : .simple), access: .code,
                requiresVerification: false)
        }
    }

    @Test(
        "every name, serial and thumbprint stands whole in the signed file and in the certificate",
        arguments: [3, 30])
    func whole(count: Int) async throws {
        let name = String(repeating: "Дополнительное соглашение к договору ", count: 14).prefix(500)
        let document = try await engines.finish(
            engines.send(
                [SamplePDF.plain().bytes()], to: Self.recipients(count),
                name: String(name.dropLast()) + "№"))
        let download = DownloadDocument(engines.ports)
        for file in [
            try await download.signed(document.id, by: Engines.author),
            try await download.certificate(document.id, by: Engines.author),
        ] {
            let path = try await engines.save(file, as: "long.pdf")
            let text = try await OutsideTool.run("pdftotext", ["-layout", path, "-"]).output
            for recipient in document.recipients {
                let certificate = try #require(recipient.turn?.approval?.certificate)
                #expect(text.contains(certificate.serial))
                #expect(text.contains(certificate.thumbprint))
                // The end of the name: nothing of it is cut off.
                #expect(text.contains("Аполлинарьевич"))
            }
        }
    }
}
