import Domain
import Foundation
import TamgaTestKit
import Testing

@testable import Server

@Suite("The checks of the keys")
struct KeyCheckTests {
    private func certificates(_ fresh: FreshFolder, afterDays days: Int64 = 0) async -> Finding {
        await CertificateCheck(fresh.settings, at: .now(addingDays: days)).finding()
    }

    @Test("a key file that others may read fails")
    func open() async throws {
        let fresh = try await FreshFolder()
        let file = fresh.settings.keyFile
        try fresh.permit(0o640, on: file)
        #expect(
            await KeyFileCheck(fresh.settings).finding()
                == .failed(
                    "other users may read \(file) (mode 640)", remedy: "chmod 600 \(file)"))
    }

    @Test("a lost key file fails, and is not made anew")
    func lost() async throws {
        let fresh = try await FreshFolder()
        try fresh.remove(fresh.settings.keyFile)
        let finding = await KeyFileCheck(fresh.settings).finding()
        #expect(finding.isFailure && finding.remedy?.hasPrefix("restore it") == true)
        #expect(await certificates(fresh).isFailure)
        #expect(!FileManager.default.fileExists(atPath: fresh.settings.keyFile))
    }

    @Test("another key file, a lost key and a foreign certificate fail")
    func mixed() async throws {
        let ways: [(FreshFolder) throws -> Void] = [
            { fresh in
                let key = Data(repeating: 7, count: 32).base64EncodedString()
                try fresh.write(key, to: fresh.settings.keyFile)
            },
            { try $0.remove($0.settings.keyFolder + "/issuing.sealed") },
            { try $0.remove($0.settings.keyFolder + "/tsa.crt") },
            { try $0.write("no certificate", to: $0.settings.keyFolder + "/root.crt") },
        ]
        for way in ways {
            let fresh = try await FreshFolder()
            #expect(await certificates(fresh).remedy == nil)
            try way(fresh)
            let finding = await certificates(fresh)
            #expect(finding.isFailure && finding.remedy?.contains("from one backup") == true)
        }
    }

    @Test("certificates that end, ended, or have not begun are told of")
    func ends() async throws {
        let fresh = try await FreshFolder()
        let late = await certificates(fresh, afterDays: 21 * 365)
        #expect(late.isWarning && late.remedy?.contains("another data directory") == true)
        let ended = await certificates(fresh, afterDays: 31 * 365)
        #expect(ended.isFailure && ended.remedy?.contains("another data directory") == true)
        let early = await certificates(fresh, afterDays: -1)
        #expect(early.isFailure && early.remedy == "set the clock")
    }

    @Test("revocation lists that are owed are warned of, ones out of date fail")
    func lists() async throws {
        let fresh = try await FreshFolder()
        #expect(try await RevocationLists(fresh.ports).renewWhereOwed())
        func finding(afterDays days: Int64) async -> Finding {
            await RevocationListCheck(database: fresh.database, now: .now(addingDays: days))
                .finding()
        }
        #expect(await finding(afterDays: 0) == .good("revocation lists are fresh"))
        let owed = await finding(afterDays: 2)
        #expect(owed.isWarning && owed.remedy?.contains("tamga ca crl") == true)
        let ended = await finding(afterDays: 8)
        #expect(ended.isFailure && ended.remedy?.contains("tamga ca crl") == true)
    }
}
