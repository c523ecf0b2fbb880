internal import PDFCore

/// Turns marks into operators, repeating no state that already holds.
struct Painter {
    let shelf: FontShelf
    var operators = Operators()
    private var state = State()
    private var outer: [State] = []
    private var used: [PDFName: ObjectID] = [:]

    /// What q and Q save and restore.
    struct State {
        var fill: Color = .black
        var font: (name: PDFName, size: Double)?
        var rise = 0.0
    }

    init(shelf: FontShelf) { self.shelf = shelf }

    var resources: PDFDictionary {
        guard !used.isEmpty else { return [:] }
        let fonts = used.sorted { $0.value < $1.value }.map {
            ($0.key, PDFObject.reference($0.value))
        }
        return ["Font": .dictionary(PDFDictionary(fonts))]
    }

    mutating func paint(_ mark: ContentCanvas.Mark) {
        switch mark {
        case .text(let block, let x, let top, let color):
            fill(with: color)
            var pen = TextPen(x: x, top: top)
            operators.put("BT\n")
            for line in block.lines { paint(line, with: &pen) }
            operators.put("ET\n")
        case .fill(let rectangles, let color):
            fill(with: color)
            rectangles.forEach { operators.put("re", $0.x, $0.y, $0.width, $0.height) }
            operators.put("f\n")
        case .line(let from, let to, let width, let color):
            operators.strokeColor(color)
            operators.put("w", width)
            operators.put("m", from.x, from.y)
            operators.put("l", to.x, to.y)
            operators.put("S\n")
        case .clip(let area):
            outer.append(state)
            operators.put("q\n")
            operators.put("re", area.x, area.y, area.width, area.height)
            operators.put("W n\n")
        case .unclip:
            state = outer.popLast() ?? State()
            operators.put("Q\n")
        }
    }

    private mutating func fill(with color: Color) {
        guard color != state.fill else { return }
        state.fill = color
        operators.fillColor(color)
    }

    private mutating func paint(_ line: TextLine, with pen: inout TextPen) {
        for run in line.runs {
            let (dx, dy) = pen.move(toX: run.x, baseline: line.baseline)
            operators.put("Td", dx, dy)
            var writer = RunWriter(run: run, subsets: shelf.subsets(of: run.face.key))
            for cluster in run.clusters { paint(cluster, with: &writer) }
            writer.flush(to: &operators)
        }
    }

    private mutating func paint(_ cluster: GlyphCluster, with writer: inout RunWriter) {
        let isSpan = !writer.givesBack(cluster)
        if isSpan {
            writer.flush(to: &operators)
            operators.put("/Span<</ActualText<FEFF\(UTF16Text(cluster.text).hex)>>>BDC\n")
        }
        for (glyph, x) in writer.place(cluster) { paint(glyph, at: x, with: &writer) }
        if isSpan {
            writer.flush(to: &operators)
            operators.put("EMC\n")
        }
    }

    private mutating func paint(_ glyph: Glyph, at x: Double, with writer: inout RunWriter) {
        // Absent only if the caller embedded nothing; content(on:into:) always does.
        guard let font = writer.subsets.drawing(glyph.id) else { return }
        used[font.name] = font.id
        let size = writer.run.size
        if state.font?.name != font.name || state.font?.size != size {
            writer.flush(to: &operators)
            state.font = (font.name, size)
            operators.put("/\(font.name.text) ")
            operators.put("Tf", size)
        }
        if abs(state.rise - glyph.dy) >= 0.005 {
            writer.flush(to: &operators)
            state.rise = glyph.dy
            operators.put("Ts", glyph.dy)
        }
        guard glyph.isSeen else { return writer.showUnseen(glyph, on: &operators) }
        writer.show(glyph, at: x)
    }
}
