import Domain
import Workshop

/// A workshop that lays the same fields out in every document.
struct FieldLayingWorkshop: PDFWorkshop {
    let workshop: ChildWorkshop
    let fields: [Field]

    func prepare(_ order: LayoutOrder) async throws -> PreparedLayout {
        try await workshop.prepare(order, fields: fields)
    }

    func inspect(_ upload: Blob) async throws -> FileFinding {
        try await workshop.inspect(upload)
    }

    func context(of pieces: [Blob], revision: Int) async throws -> SigningContext {
        try await workshop.context(of: pieces, revision: revision)
    }

    func certificate(_ order: CertificateOrder) async throws -> PreparedCertificate {
        try await workshop.certificate(order)
    }

    func pageImage(_ pieces: [Blob], page: Int, width: Int) async throws -> [UInt8] {
        try await workshop.pageImage(pieces, page: page, width: width)
    }

    func pageText(_ pieces: [Blob], page: Int) async throws -> String {
        try await workshop.pageText(pieces, page: page)
    }

    func verify(
        _ pieces: [Blob], against standard: SealStandard, at now: Instant
    ) async throws -> VerificationFinding {
        try await workshop.verify(pieces, against: standard, at: now)
    }

    func validate(
        _ path: String, trusting anchors: [[UInt8]], at now: Instant
    ) async throws -> FileValidation {
        try await workshop.validate(path, trusting: anchors, at: now)
    }
}

/// A sealer whose recipients enter the same values in every document, by position.
struct FieldFillingSealer<Filler: Sealer & FieldSealer>: Sealer {
    let sealer: Filler
    let values: [[String: FieldValue]]

    var certificationRoom: Int { sealer.certificationRoom }

    func sign(_ order: SignatureOrder) async throws -> SignedUpdate {
        let position = order.recipient.position
        let own = values.indices.contains(position) ? values[position] : [:]
        return try await sealer.sign(order, entering: own)
    }

    func certify(_ layout: PreparedLayout, at now: Instant) async throws -> SignedUpdate {
        try await sealer.certify(layout, at: now)
    }

    func certify(_ certificate: PreparedCertificate) async throws -> [UInt8] {
        try await sealer.certify(certificate)
    }

    func seal(_ order: SealOrder) async throws -> SealedRound { try await sealer.seal(order) }
}
