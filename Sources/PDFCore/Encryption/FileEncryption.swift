/// What stands between a file's bytes and its meaning.
enum FileEncryption: Sendable {
    case none
    /// It opens without a password.
    case open(FileCipher)
    /// It does not, or not here.
    case locked(PDFError)
}

extension FileEncryption {
    /// As the newest trailer has it. `reader` does not decrypt yet.
    init(of reader: PDFReader) {
        guard reader.isEncrypted else {
            self = .none
            return
        }
        do throws(PDFError) {
            let entry = reader.trailer["Encrypt"]
            // Where trailers differ, readers may differ on what the file says.
            guard reader.revisions.allSatisfy({ $0.trailer["Encrypt"] == entry }) else {
                throw PDFError(.encrypted, "the file is encrypted in two ways")
            }
            let fileID = reader.trailer["ID"]?.array?.first?.bytes ?? []
            self = .open(
                try FileCipher(try reader.dictionary(entry), entry?.reference, fileID: fileID))
        } catch {
            self = .locked(PDFError(.encrypted, error.reason))
        }
    }

    /// Why nothing can be decrypted, if so.
    var lock: PDFError? {
        if case .locked(let error) = self { error } else { nil }
    }

    func decrypted(_ object: IndirectObject, _ id: ObjectID) throws(PDFError) -> IndirectObject {
        if case .open(let cipher) = self { try cipher.decrypted(object, id) } else { object }
    }

    /// Throws why it cannot.
    func decrypted(
        _ body: [UInt8], of stream: PDFDictionary, _ id: ObjectID
    ) throws(PDFError) -> [UInt8] {
        switch self {
        case .none: body
        case .open(let cipher): try cipher.decrypted(body, of: stream, id)
        case .locked(let error): throw error
        }
    }
}
