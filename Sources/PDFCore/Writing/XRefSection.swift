/// The cross-reference section and trailer of an update being written.
struct XRefSection {
    private let previous: RevisionTail
    private let newID: [UInt8]
    private var size: Int
    private var entries: [(id: ObjectID, offset: Int)] = []

    init(after previous: RevisionTail, allocated: Int, newID: [UInt8]) {
        self.previous = previous
        self.newID = newID
        size = max(previous.size, allocated)
    }

    mutating func add(_ id: ObjectID, at offset: Int) {
        entries.append((id, offset))
        size = max(size, id.number + 1)
    }

    /// Appends the section to the update's `bytes` and tells what the next update must know.
    mutating func write(to bytes: inout [UInt8]) -> RevisionTail {
        let start = previous.byteCount + bytes.count
        switch previous.xrefKind {
        case .table: writeTable(to: &bytes)
        case .stream: writeStream(at: start, to: &bytes)
        }
        bytes += "startxref\n\(start)\n%%EOF\n".utf8
        return tail(byteCount: previous.byteCount + bytes.count, startXref: start)
    }

    private func writeTable(to bytes: inout [UInt8]) {
        bytes += "xref\n".utf8
        if previous.isNothing {
            writeWholeTable(to: &bytes)
        } else {
            for run in runs() {
                bytes += "\(run[0].id.number) \(run.count)\n".utf8
                for entry in run { addRow(entry.offset, entry.id.generation, "n", to: &bytes) }
            }
        }
        bytes += "trailer\n".utf8
        trailer().write(to: &bytes)
        bytes.append(0x0A)
    }

    /// The first table is one subsection from 0; numbers never set are free (7.5.4).
    private func writeWholeTable(to bytes: inout [UInt8]) {
        let offsets = Dictionary(uniqueKeysWithValues: entries.map { ($0.id.number, $0.offset) })
        bytes += "0 \(size)\n".utf8
        for number in 0..<size {
            if let offset = offsets[number] {
                addRow(offset, 0, "n", to: &bytes)
            } else {
                addRow(0, 65_535, "f", to: &bytes)
            }
        }
    }

    private func addRow(
        _ offset: Int, _ generation: Int, _ kind: String, to bytes: inout [UInt8]
    ) {
        bytes.append(decimal: offset, atLeast: 10)
        bytes.append(0x20)
        bytes.append(decimal: generation, atLeast: 5)
        bytes.append(0x20)
        bytes += kind.utf8
        bytes += "\r\n".utf8
    }

    private mutating func writeStream(at start: Int, to bytes: inout [UInt8]) {
        let id = ObjectID(size)
        add(id, at: start)
        var dictionary: PDFDictionary = ["Type": .name("XRef"), "W": [1, 5, 2]]
        dictionary["Index"] = .array(
            runs().flatMap { run -> [PDFObject] in
                [.integer(run[0].id.number), .integer(run.count)]
            })
        for (key, value) in trailer() { dictionary[key] = value }
        let rows = runs().joined().flatMap { entry -> [UInt8] in
            [1] + bigEndian(entry.offset, 5) + bigEndian(entry.id.generation, 2)
        }
        dictionary["Length"] = .integer(rows.count)
        bytes += "\(id.number) 0 obj\n".utf8
        dictionary.write(to: &bytes)
        bytes += Array("\nstream\n".utf8) + rows + Array("\nendstream\nendobj\n".utf8)
    }

    private func trailer() -> PDFDictionary {
        var trailer: PDFDictionary = ["Size": .integer(size), "Root": .reference(previous.root)]
        if let info = previous.info { trailer["Info"] = .reference(info) }
        trailer["ID"] = [.string(previous.firstID ?? newID), .string(newID)]
        if !previous.isNothing { trailer["Prev"] = .integer(previous.startXref) }
        return trailer
    }

    private func tail(byteCount: Int, startXref: Int) -> RevisionTail {
        var tail = previous
        tail.byteCount = byteCount
        tail.endsWithEOL = true
        tail.startXref = startXref
        tail.size = size
        tail.firstID = previous.firstID ?? newID
        return tail
    }

    /// The entries by number, split where the numbers are not consecutive.
    private func runs() -> [[(id: ObjectID, offset: Int)]] {
        var runs: [[(id: ObjectID, offset: Int)]] = []
        for entry in entries.sorted(by: { $0.id < $1.id }) {
            if let last = runs.last?.last, last.id.number + 1 == entry.id.number {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }
        return runs
    }

    private func bigEndian(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
