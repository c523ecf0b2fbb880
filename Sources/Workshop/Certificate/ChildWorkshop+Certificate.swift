public import Domain
import Evidence

extension ChildWorkshop {
    public func certificate(_ order: CertificateOrder) async throws -> PreparedCertificate {
        let task = CertificateDrawing(
            certificate: CertificateContent(order), completedAt: order.completion.at,
            certificationRoom: order.certificationRoom)
        switch try await runner.answer(.drawCertificate(task)) {
        case .drawn(let result):
            return PreparedCertificate(file: [UInt8](result.file), plan: [UInt8](result.plan))
        case .unusable(let trouble): throw trouble
        default: throw UnexpectedAnswer()
        }
    }
}
