import SQLText

/// Where the texts and bytes of a statement's values stand while it runs. SQLite would allocate
/// room for each of them anew, which costs as much as putting the row into an index.
final class BindingRoom {
    private var room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 1)
    private var filled = 0

    deinit { room.deallocate() }

    /// Room for these values; what stood here before is gone.
    func empty(for values: [SQLValue]) {
        filled = 0
        let needed = values.reduce(0) { $0 + $1.byteCount }
        guard needed > room.count else { return }
        room.deallocate()
        room = .allocate(byteCount: 2 * needed, alignment: 1)
    }

    /// The bytes' address; it is good until ``empty(for:)``.
    func place(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeRawPointer? {
        let place = UnsafeMutableRawBufferPointer(rebasing: room[filled...])
        place.copyMemory(from: UnsafeRawBufferPointer(bytes))
        filled += bytes.count
        return UnsafeRawPointer(place.baseAddress)
    }
}

extension SQLValue {
    fileprivate var byteCount: Int {
        switch self {
        case .null, .integer: 0
        case .text(let text): text.utf8.count
        case .blob(let bytes): bytes.count
        }
    }
}
