import Authority
import Domain
import Foundation
import TamgaTestKit
import Testing

@Suite("Keys at rest")
struct KeysAtRestTests {
    @Test("a second start finds the same authority")
    func secondStart() throws {
        let first = try TestAuthority()
        let certificates = try first.trust
        let second = try TestAuthority(in: first.folder)
        #expect(try second.trust == certificates)
    }

    @Test("two servers have roots of their own")
    func ownRoots() throws {
        #expect(try TestAuthority().trust["root.crt"] != TestAuthority().trust["root.crt"])
    }

    @Test("another key file does not open the keys")
    func wrongMasterKey() throws {
        let test = try TestAuthority()
        try test.folder.write(
            Array("\(Data(repeating: 7, count: 32).base64EncodedString())\n".utf8), as: "kek")
        #expect(throws: KeyFault.wrongMasterKey(test.folder.file("keys/root.sealed"))) {
            try TestAuthority(in: test.folder)
        }
    }

    @Test("a lost key file is not replaced while keys depend on it")
    func missingMasterKey() throws {
        let test = try TestAuthority()
        try FileManager.default.removeItem(atPath: test.folder.file("kek"))
        #expect(throws: KeyFault.missingMasterKey(test.folder.file("kek"))) {
            try TestAuthority(in: test.folder)
        }
    }

    @Test("a key file of another form is refused")
    func unreadableMasterKey() throws {
        let test = try TestAuthority()
        try test.folder.write(Array("short".utf8), as: "kek")
        #expect(throws: KeyFault.unreadableMasterKey(test.folder.file("kek"))) {
            try TestAuthority(in: test.folder)
        }
    }

    @Test("a key that cannot be read is not made anew")
    func unreadableKey() throws {
        let test = try TestAuthority()
        let path = test.folder.file("keys/issuing.sealed")
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(throws: CocoaError.self) { try TestAuthority(in: test.folder) }
    }

    @Test("who only reads makes no key, and says which is gone")
    func reading() throws {
        let test = try TestAuthority()
        let (keys, path) = (test.folder.file("keys"), test.folder.file("keys/issuing.sealed"))
        let vault = try KeyVault(reading: keys, masterKeyFile: test.folder.file("kek"))
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: KeyFault.missingFile(path)) {
            try TamgaAuthority(
                folder: keys, vault: vault, keptKey: .p256, randomness: SystemRandomness(),
                at: TestAuthority.now)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("one key's file cannot stand in for another's")
    func swapped() throws {
        let test = try TestAuthority()
        try test.folder.write(test.folder.read("keys/seal.sealed"), as: "keys/issuing.sealed")
        #expect(throws: KeyFault.wrongMasterKey(test.folder.file("keys/issuing.sealed"))) {
            try TestAuthority(in: test.folder)
        }
    }

    @Test("a certificate of another key is refused")
    func foreignCertificate() throws {
        let test = try TestAuthority()
        try test.folder.write(test.folder.read("keys/root.crt"), as: "keys/issuing.crt")
        #expect(throws: KeyFault.foreignCertificate(test.folder.file("keys/issuing.crt"))) {
            try TestAuthority(in: test.folder)
        }
    }

    @Test("a first start cut off before a certificate is taken up", arguments: ["root", "seal"])
    func cutOff(name: String) throws {
        let test = try TestAuthority()
        for name in name == "root" ? ["root", "issuing", "seal", "tsa"] : ["seal"] {
            try FileManager.default.removeItem(atPath: test.folder.file("keys/\(name).crt"))
        }
        let again = try TestAuthority(in: test.folder)
        #expect(try again.trust.count == 4)
    }

    @Test("keys are readable by their owner alone", arguments: ["kek", "keys/root.sealed"])
    func permissions(file: String) throws {
        let test = try TestAuthority()
        let attributes = try FileManager.default.attributesOfItem(
            atPath: test.folder.file(file))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("derived keys differ by purpose and stay the same over starts")
    func derived() throws {
        let test = try TestAuthority()
        let open = { try MasterKey.open(file: test.folder.file("kek"), isFirstStart: false) }
        #expect(try open().derived("links") == open().derived("links"))
        #expect(try open().derived("links") != open().derived("codes"))
    }
}
