extension SheetLayout {
    /// An entry is never divided between pages.
    mutating func place(_ entry: Sheet.Entry) throws(PDFTextError) {
        let card = try EntryCard.fitting(entry, layout: self)
        let typesetter = typesetter
        let area = try flow.place(height: card.height + 6) {
            canvas, top throws(PDFTextError) in
            let area = card.draw(on: &canvas, top: top)
            try entry.drawing?.draw(on: &canvas, in: area, by: typesetter)
            return area
        }
        slots[entry.key] = SheetPages.Slot(page: flow.index, area: area)
    }
}

/// One entry, set and measured.
private struct EntryCard {
    private typealias Design = SheetDesign

    private let title: TextBlock
    private let facts: [(label: TextBlock, value: TextBlock)]
    private let slotHeight: Double
    private static let padding = 8.0
    private static let lineGap = 3.0

    /// Long texts are cut to fewer lines until the card fits on a page, by whatever fonts.
    static func fitting(
        _ entry: Sheet.Entry, layout: SheetLayout
    ) throws(PDFTextError) -> EntryCard {
        var lines = 16
        var card = try EntryCard(entry: entry, lines: lines, layout: layout)
        while card.height > Design.usableHeight, lines > 1 {
            lines /= 2
            card = try EntryCard(entry: entry, lines: lines, layout: layout)
        }
        return card
    }

    /// - Parameter lines: the most that any text takes.
    private init(entry: Sheet.Entry, lines: Int, layout: SheetLayout) throws(PDFTextError) {
        let width = Design.width - Design.slotWidth - Design.gap - Self.padding
        title = try layout.set(entry.title, Design.entryTitle, width: width, lines: lines)
        facts = try entry.facts.map { fact throws(PDFTextError) in
            (
                try layout.set(fact.label, Design.small, width: width, lines: min(2, lines)),
                try layout.set(fact.value, Design.label, width: width, lines: min(12, lines))
            )
        }
        slotHeight = entry.slotHeight
    }

    private var textHeight: Double {
        facts.reduce(title.height) {
            $0 + Self.lineGap + $1.label.height + $1.value.height
        }
    }

    var height: Double { max(textHeight, slotHeight) + 2 * Self.padding }

    /// Draws what is known and returns the slot's place.
    func draw(on canvas: inout ContentCanvas, top: Double) -> Rectangle {
        let card = Rectangle(
            x: Design.margin, y: top - height, width: Design.width, height: height)
        canvas.fill(card, color: Design.panel)
        canvas.fill(
            Rectangle(x: card.x, y: card.y, width: 2, height: height), color: Design.accent)
        drawFacts(on: &canvas, top: top - Self.padding)
        let x = card.right - Design.slotWidth
        canvas.line(
            from: (x - Design.gap / 2, card.y + Self.padding),
            to: (x - Design.gap / 2, top - Self.padding), width: 0.5, color: Design.hairline)
        return Rectangle(
            x: x, y: card.y + Self.padding, width: Design.slotWidth - Self.padding,
            height: height - 2 * Self.padding)
    }

    private func drawFacts(on canvas: inout ContentCanvas, top: Double) {
        let x = Design.margin + Self.padding + 2
        canvas.text(title, x: x, top: top, color: Design.ink)
        var y = top - title.height
        for (label, value) in facts {
            canvas.text(label, x: x, top: y - Self.lineGap, color: Design.muted)
            y -= Self.lineGap + label.height
            canvas.text(value, x: x, top: y, color: Design.ink)
            y -= value.height
        }
    }
}
