public import Domain
import Evidence
import PDFCore

extension ChildWorkshop {
    public func prepare(_ order: LayoutOrder) async throws -> PreparedLayout {
        let files = order.document.files.filter(\.isCurrent)
        guard let facts = files.first?.facts else { throw FileTrouble.unreadable }
        guard files.reduce(0, { $0 + $1.pageCount }) <= PDFLimits().pages else {
            throw FileTrouble.tooManyPages
        }
        let kept = files.count == 1 && (facts.isSigned || facts.isClean) ? files[0].original : nil
        let uploads = try await paths(of: files.map(\.original))
        return try await WorkFolder.lend(below: archive.scratchFolder) { folder in
            let output = LayoutFiles(folder: folder)
            let task = LayoutPreparation(
                files: uploads, keepsUpload: kept != nil, isSigned: facts.isSigned,
                certificate: CertificateContent(order), fields: order.fields,
                certificationRoom: order.certificationRoom, output: output)
            let result = try await prepare(task)
            let base = if let kept { kept } else { try await archive.adopt(output.base) }
            return PreparedLayout(
                base: base, update: try output.readUpdate(), isCertified: result.isCertified,
                fields: result.fields, plan: try output.readPlan())
        }
    }

    private func prepare(_ task: LayoutPreparation) async throws -> LayoutPreparation.Result {
        switch try await runner.answer(.prepare(task)) {
        case .prepared(let result): return result
        case .unusable(let trouble): throw trouble
        case .unfit(let trouble): throw trouble
        default: throw UnexpectedAnswer()
        }
    }
}
