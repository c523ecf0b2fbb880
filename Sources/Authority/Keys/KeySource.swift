import Crypto
import CryptoExtras
import X509

/// A fresh key pair: the public half for a certificate, the private half for its holder.
struct FreshKey: Sendable {
    let publicKey: Certificate.PublicKey
    /// DER.
    let pkcs8: [UInt8]
}

/// Where keys for people to keep come from.
protocol KeySource: Sendable {
    func next() async throws -> FreshKey
}

struct P256Source: KeySource {
    func next() async throws -> FreshKey {
        let key = P256.Signing.PrivateKey()
        return FreshKey(publicKey: .init(key.publicKey), pkcs8: Array(key.derRepresentation))
    }
}

/// RSA-2048 keys made ahead of need: each takes about 80 ms of a core. A key waits in memory
/// alone, and is handed out once.
actor RSAKeyPool: KeySource {
    private let size = 2
    private var waiting: [FreshKey] = []
    private var isRefilling = false

    init() {
        Task { await refill() }
    }

    func next() async throws -> FreshKey {
        let key = try waiting.isEmpty ? Self.make() : waiting.removeLast()
        Task { await refill() }
        return key
    }

    /// One refill at a time; a failure is left to the next caller, who makes a key itself.
    private func refill() async {
        guard !isRefilling else { return }
        isRefilling = true
        defer { isRefilling = false }
        while waiting.count < size {
            let task = Task.detached(priority: .background) { try Self.make() }
            guard let key = try? await task.value else { return }
            waiting.append(key)
        }
    }

    private static func make() throws -> FreshKey {
        let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        return FreshKey(publicKey: .init(key.publicKey), pkcs8: Array(key.pkcs8DERRepresentation))
    }
}
