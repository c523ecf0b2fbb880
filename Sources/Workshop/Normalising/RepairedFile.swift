import CQPDF
import Domain

/// A file as libqpdf reads it, which repairs what it can, silently. It judges nothing.
struct RepairedFile {
    let pageCount: Int

    /// Throws the trouble for which libqpdf cannot read the file; passwords other than the
    /// empty one are not tried.
    init(path: String) throws(FileTrouble) {
        var file = qpdf_init()
        defer { qpdf_cleanup(&file) }
        qpdf_silence_errors(file)
        qpdf_set_suppress_warnings(file, QPDF_TRUE)
        guard qpdf_read(file, path, "") & QPDF_ERRORS == 0 else { throw Self.trouble(file) }
        pageCount = Int(qpdf_get_num_pages(file))
        guard pageCount >= 0 else { throw Self.trouble(file) }
        guard pageCount > 0 else { throw .empty }
    }

    private static func trouble(_ file: qpdf_data?) -> FileTrouble {
        guard qpdf_has_error(file) != 0, let error = qpdf_get_error(file) else {
            return .unreadable
        }
        switch qpdf_get_error_code(file, error) {
        case qpdf_e_password: return .passwordRequired
        // Another security handler than that of passwords.
        case qpdf_e_unsupported: return .encryptedForOthers
        // Out of memory comes as one of these.
        case qpdf_e_internal, qpdf_e_system: return .tooComplex
        default: return .unreadable
        }
    }
}
