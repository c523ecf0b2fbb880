extension SheetLayout {
    /// Title, subtitle and link on the left, the link's QR code on the right.
    mutating func placeMasthead() throws(PDFTextError) {
        let room = sheet.link == nil ? 0 : Design.qrSide + 20
        let blocks = try mastheadBlocks(width: Design.width - room)
        let textHeight = blocks.reduce(0) { $0 + $1.space + $1.block.height }
        let link = sheet.link
        try flow.place(height: max(textHeight, link == nil ? 0 : Design.qrSide)) {
            canvas, top throws(PDFTextError) in
            canvas.fill(
                Rectangle(x: Design.margin, y: top + 12, width: 36, height: 3), color: Design.accent
            )
            var y = top
            for part in blocks {
                y -= part.space
                canvas.text(part.block, x: Design.margin, top: y, color: part.color)
                y -= part.block.height
            }
            guard let link else { return }
            // The code's own quiet zone reaches beyond the text's edges.
            try canvas.qrCode(
                link.address, x: Design.page.width - Design.margin - Design.qrSide + 6,
                y: top - Design.qrSide + 10, side: Design.qrSide, color: Design.ink)
        }
    }

    private typealias Part = (block: TextBlock, space: Double, color: Color)

    private func mastheadBlocks(width: Double) throws(PDFTextError) -> [Part] {
        var parts: [Part] = [(try set(sheet.title, Design.title, width: width), 0, Design.ink)]
        if let subtitle = sheet.subtitle {
            let block = try set(subtitle, Design.subtitle, width: width, lines: 20)
            parts.append((block, 4, Design.muted))
        }
        if let link = sheet.link {
            parts.append((try set(link.caption, Design.label, width: width), 9, Design.muted))
            parts.append((try set(link.address, Design.label, width: width), 2, Design.accent))
        }
        return parts
    }
}
