import CMS
import Foundation
import PDFSigning

extension KeyOptions {
    /// The key with its certificate and chain.
    func identity() throws -> SigningIdentity {
        let path = key ?? ""
        let file = try Self.bytes(path, of: "--key")
        let password = try keyPasswordFile.map(Self.password)
        let given = try certificates()
        do {
            return try SigningIdentity(file: file, password: password, certificates: given)
        } catch SigningError.certificateMissing {
            throw Problem("--key: no certificate of \(path) is given; name it with --cert")
        } catch let error as CMSError {
            throw Problem("--key: \(path): \(error.reason)\(Self.hint(error.code))")
        }
    }

    private static func hint(_ code: CMSError.Code) -> String {
        switch code {
        case .passwordMissing, .passwordWrong:
            "; give its password with --key-password-file"
        default: ""
        }
    }

    /// Those of `--cert`, in DER.
    func certificates() throws -> [[UInt8]] {
        guard let cert else { return [] }
        do {
            return try CertificateFile.certificates(in: Self.bytes(cert, of: "--cert"))
        } catch let error as CertificateFile.Unreadable {
            throw Problem("--cert: \(cert): \(error)")
        }
    }

    private static func bytes(_ path: String, of option: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem("\(option): \(path) cannot be read; check the path and its permissions")
        }
        return [UInt8](data)
    }

    private static func password(_ path: String) throws -> String {
        let text = String(decoding: try bytes(path, of: "--key-password-file"), as: UTF8.self)
        return String(text.prefix { !$0.isNewline })
    }
}
