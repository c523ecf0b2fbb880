public import Domain
import Evidence

extension ChildWorkshop {
    public func certificate(_ order: CertificateOrder) async throws -> PreparedCertificate {
        try await drawn(
            .drawCertificate(
                CertificateDrawing(
                    certificate: CertificateContent(order), completedAt: order.completion.at,
                    certificationRoom: order.certificationRoom)))
    }

    public func auditTrail(_ order: AuditTrailOrder) async throws -> PreparedCertificate {
        try await drawn(
            .drawAuditTrail(
                AuditTrailDrawing(
                    trail: try AuditTrailContent(order),
                    certificationRoom: order.certificationRoom)))
    }

    private func drawn(_ task: ChildTask) async throws -> PreparedCertificate {
        switch try await runner.answer(task) {
        case .drawn(let sheet):
            return PreparedCertificate(file: [UInt8](sheet.file), plan: [UInt8](sheet.plan))
        case .unusable(let trouble): throw trouble
        default: throw UnexpectedAnswer()
        }
    }
}
