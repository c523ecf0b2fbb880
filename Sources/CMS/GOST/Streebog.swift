import COpenSSL

/// A Streebog digest in progress (GOST R 34.11-2012, RFC 6986); copying it forks it.
public struct Streebog: Sendable {
    private var state: State
    private let byteCount: Int

    /// Nil for another algorithm, and without the ``GOSTEngine``.
    public init?(_ algorithm: DigestAlgorithm) {
        guard algorithm.isStreebog, GOSTEngine.isAvailable,
            let digest = tamga_streebog(Int32(algorithm.byteCount))
        else { return nil }
        state = State(digest)
        byteCount = algorithm.byteCount
    }

    public mutating func update(_ bytes: some Collection<UInt8>) {
        if !isKnownUniquelyReferenced(&state) { state = state.copy() }
        let isDone: Void? = bytes.withContiguousStorageIfAvailable(state.update)
        if isDone == nil { Array(bytes).withUnsafeBufferPointer(state.update) }
    }

    /// Of all bytes so far; more may follow.
    public var value: [UInt8] { state.copy().finish(byteCount) }

    /// Owns what libcrypto has computed. Only its one owner changes it.
    private final class State: @unchecked Sendable {
        private let digest: OpaquePointer

        init(_ digest: OpaquePointer) { self.digest = digest }

        deinit { EVP_MD_CTX_free(digest) }

        func copy() -> State {
            guard let copy = tamga_streebog_copy(digest) else {
                preconditionFailure("no memory for a digest")
            }
            return State(copy)
        }

        func update(_ bytes: UnsafeBufferPointer<UInt8>) {
            EVP_DigestUpdate(digest, bytes.baseAddress, bytes.count)
        }

        func finish(_ byteCount: Int) -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: byteCount) { out, count in
                EVP_DigestFinal_ex(digest, out.baseAddress, nil)
                count = byteCount
            }
        }
    }
}
