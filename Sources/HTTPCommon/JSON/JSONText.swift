import Domain
public import NIOCore

/// Something that is told to clients as JSON, its keys in the order of the contract.
public protocol JSONWritable: Sendable {
    func write(to text: inout JSONText)
}

/// JSON being written: keys keep their order, text stays unescaped where it may.
public struct JSONText: Sendable {
    public private(set) var buffer: ByteBuffer

    public init() {
        // Most answers fit, so that nothing is moved while they are written.
        buffer = ByteBufferAllocator().buffer(capacity: 256)
    }

    public var byteCount: Int { buffer.readableBytes }

    public init(_ value: some JSONWritable) {
        self.init()
        value.write(to: &self)
    }

    public mutating func object(_ members: (inout JSONText) -> Void) {
        begin()
        buffer.writeStaticString("{")
        members(&self)
        buffer.writeStaticString("}")
    }

    public mutating func array<Element>(
        _ elements: some Sequence<Element>, _ write: (inout JSONText, Element) -> Void
    ) {
        begin()
        buffer.writeStaticString("[")
        for element in elements { write(&self, element) }
        buffer.writeStaticString("]")
    }

    /// What was written apart: a value, or several of an array.
    public mutating func values(_ written: JSONText) {
        guard written.byteCount > 0 else { return }
        begin()
        buffer.writeImmutableBuffer(written.buffer)
    }

    public mutating func string(_ value: String) {
        begin()
        guard JSONString.isPlain(value) else {
            buffer.writeString(JSONString.quoted(value))
            return
        }
        buffer.writeStaticString("\"")
        buffer.writeString(value)
        buffer.writeStaticString("\"")
    }

    public mutating func integer(_ value: Int) {
        begin()
        buffer.writeString(String(value))
    }

    public mutating func boolean(_ value: Bool) {
        begin()
        buffer.writeStaticString(value ? "true" : "false")
    }

    public mutating func key(_ name: StaticString) {
        begin()
        buffer.writeStaticString("\"")
        buffer.writeStaticString(name)
        buffer.writeStaticString("\":")
    }

    /// A comma, unless this is the first of its object or array, or a key's value.
    private mutating func begin() {
        guard let last: UInt8 = buffer.getInteger(at: buffer.writerIndex - 1) else { return }
        switch last {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): return
        default: buffer.writeStaticString(",")
        }
    }
}

extension JSONText {
    /// A member; left out where there is no value.
    public mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    public mutating func member(_ name: StaticString, _ value: Int) {
        key(name)
        integer(value)
    }

    public mutating func member(_ name: StaticString, _ value: Bool) {
        key(name)
        boolean(value)
    }
}
