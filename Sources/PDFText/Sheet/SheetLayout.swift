/// Lays out one sheet.
struct SheetLayout {
    let sheet: Sheet
    let typesetter: Typesetter
    var flow = PageFlow()
    var slots: [String: SheetPages.Slot] = [:]

    typealias Design = SheetDesign

    init(sheet: Sheet, typesetter: Typesetter) {
        self.sheet = sheet
        self.typesetter = typesetter
    }

    mutating func pages() throws(PDFTextError) -> SheetPages {
        try placeMasthead()
        for section in sheet.sections { try place(section) }
        if let heading = sheet.entriesHeading, !sheet.entries.isEmpty {
            try place(heading: heading, keepingRoomFor: 90)
        }
        for entry in sheet.entries { try place(entry) }
        for section in sheet.appendix { try place(section) }
        try placeNotice()
        try drawMargins()
        return SheetPages(size: Design.page, pages: flow.pages, slots: slots)
    }

    func set(
        _ text: String, _ style: TextStyle, width: Double, lines: Int = SheetDesign.maximumLines
    ) throws(PDFTextError) -> TextBlock {
        func block(_ text: String) throws(PDFTextError) -> TextBlock {
            try typesetter.layout(
                text, style, width: width, maximumLines: lines, language: sheet.language)
        }
        return try sheet.namesUndrawable ? text.naming(undrawableTo: block) : block(text)
    }

    mutating func place(
        heading: String, keepingRoomFor next: Double
    ) throws(PDFTextError) {
        flow.space(16)
        let block = try set(heading, Design.heading, width: Design.width)
        let height = block.height + 6
        flow.place(height: height, keepingRoomFor: next) { canvas, top in
            canvas.text(block, x: Design.margin, top: top, color: Design.accent)
            canvas.rule(y: top - height + 2, width: 0.75, color: Design.accent)
        }
        flow.space(5)
    }

    private mutating func placeNotice() throws(PDFTextError) {
        guard let notice = sheet.notice else { return }
        flow.space(14)
        let block = try set(notice, Design.small, width: Design.width, lines: 40)
        flow.place(height: block.height) { canvas, top in
            canvas.text(block, x: Design.margin, top: top, color: Design.muted)
        }
    }

    /// The foot of every page, and the title again on all but the first.
    private mutating func drawMargins() throws(PDFTextError) {
        let total = flow.pages.count
        let footer = try set(sheet.footer ?? "", Design.small, width: Design.width * 0.75, lines: 1)
        let again = try set(sheet.title, Design.small, width: Design.width, lines: 1)
        let labels = try (1...total).map { number throws(PDFTextError) in
            try set(sheet.pageLabel(number, total), Design.small, width: Design.width, lines: 1)
        }
        flow.decorate { canvas, index in
            let y = Design.bottom - 16
            canvas.rule(y: y, width: 0.5, color: Design.hairline)
            canvas.text(footer, x: Design.margin, top: y - 6, color: Design.muted)
            let right = Design.page.width - Design.margin - labels[index].width
            canvas.text(labels[index], x: right, top: y - 6, color: Design.muted)
            guard index > 0 else { return }
            let head = Design.page.height - 34
            canvas.text(again, x: Design.margin, top: head, color: Design.muted)
            canvas.rule(y: head - again.height - 4, width: 0.5, color: Design.hairline)
        }
    }
}

extension ContentCanvas {
    /// A horizontal line over the sheet's whole width.
    mutating func rule(y: Double, width: Double, color: Color) {
        let left = SheetDesign.margin
        line(
            from: (left, y), to: (left + SheetDesign.width, y), width: width, color: color)
    }
}
