public import Domain

extension ChildWorkshop {
    public func context(of pieces: [Blob], revision: Int) async throws -> SigningContext {
        let task = ContextRebuilding(pieces: try await paths(of: pieces))
        switch try await runner.answer(.rebuildContext(task)) {
        case .rebuilt(let result):
            return SigningContext(
                revision: revision, bytes: [UInt8](result.context), fileHash: result.hash,
                fileByteCount: result.byteCount)
        case .unusable(let trouble): throw trouble
        default: throw UnexpectedAnswer()
        }
    }
}
