extension SheetLayout {
    mutating func place(_ section: Sheet.Section) throws(PDFTextError) {
        try place(heading: section.heading, keepingRoomFor: 40)
        for fact in section.facts { try place(fact) }
        for item in section.items { try place(item) }
    }

    private mutating func place(_ fact: Fact) throws(PDFTextError) {
        let label = try set(fact.label, Design.label, width: Design.labelWidth - 12)
        let value = try set(fact.value, Design.value, width: Design.width - Design.labelWidth)
        let height = max(label.height, value.height) + 4
        flow.place(height: height) { canvas, top in
            canvas.text(
                label, x: Design.margin, top: top + value.shift(to: label), color: Design.muted)
            canvas.text(value, x: Design.margin + Design.labelWidth, top: top, color: Design.ink)
        }
    }

    private mutating func place(_ item: Sheet.Item) throws(PDFTextError) {
        let detail = try set(item.detail, Design.label, width: Design.width * 0.4)
        let room = Design.width - detail.width - 12
        let title = try set(item.title, Design.value, width: room, lines: Design.titleLines)
        let notes = try item.notes.map { text throws(PDFTextError) in
            try set(text, Design.small, width: Design.width)
        }
        let height = notes.reduce(max(title.height, detail.height)) { $0 + 1.5 + $1.height } + 6
        flow.place(height: height) { canvas, top in
            let right = Design.margin + Design.width - detail.width
            canvas.text(title, x: Design.margin, top: top, color: Design.ink)
            canvas.text(detail, x: right, top: top + title.shift(to: detail), color: Design.muted)
            var y = top - max(title.height, detail.height)
            for note in notes {
                canvas.text(note, x: Design.margin, top: y - 1.5, color: Design.muted)
                y -= 1.5 + note.height
            }
        }
    }
}

extension TextBlock {
    /// How far to raise a smaller text beside this one so that the first baselines agree
    /// (negative: lower).
    func shift(to other: TextBlock) -> Double {
        guard let own = lines.first, let first = other.lines.first else { return 0 }
        return first.baseline - own.baseline
    }
}
