internal import CHarfBuzz

/// Reads what HarfBuzz does not tell of a face from its tables (ISO/IEC 14496-22).
struct FontTables {
    let face: OpaquePointer

    func has(_ table: StaticString) -> Bool {
        guard let blob = hb_face_reference_table(face, Self.tag(table)) else { return false }
        defer { hb_blob_destroy(blob) }
        return hb_blob_get_length(blob) > 0
    }

    func bytes(of table: StaticString) -> [UInt8] {
        guard let blob = hb_face_reference_table(face, Self.tag(table)) else { return [] }
        defer { hb_blob_destroy(blob) }
        return Self.bytes(of: blob)
    }

    static func bytes(of blob: OpaquePointer) -> [UInt8] {
        var count: UInt32 = 0
        guard let start = hb_blob_get_data(blob, &count) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(count)))
    }

    static func tag(_ name: StaticString) -> hb_tag_t {
        name.withUTF8Buffer { $0.prefix(4).reduce(0) { $0 << 8 | hb_tag_t($1) } }
    }

    /// fontRevision and checkSumAdjustment (bytes 4…11) and the dates (20…35) of `head`: a new
    /// build of a font changes them.
    var fingerprint: String {
        let head = bytes(of: "head")
        guard head.count >= 36 else { return "" }
        let count = hb_face_get_glyph_count(face)
        return (head[4..<12] + head[20..<36]).hex + "-" + String(count, radix: 16)
    }

    /// xMin, yMin, xMax, yMax of `head`, in font units.
    var boundingBox: [Int] {
        let head = bytes(of: "head")
        guard head.count >= 44 else { return [0, 0, 0, 0] }
        return stride(from: 36, to: 44, by: 2).map {
            Int(Int16(bitPattern: UInt16(head[$0]) << 8 | UInt16(head[$0 + 1])))
        }
    }

    /// Name 6, reduced to what a PDF name may carry without escapes.
    var postScriptName: String {
        var buffer = [CChar](repeating: 0, count: 64)
        var count = UInt32(buffer.count)
        hb_ot_name_get_utf8(face, hb_ot_name_id_t(6), nil, &count, &buffer)
        let name = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }.filter(Self.isPlain)
        return name.isEmpty ? "Font" : String(decoding: name, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension Sequence<UInt8> {
    /// Upper-case hexadecimal digits.
    var hex: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
