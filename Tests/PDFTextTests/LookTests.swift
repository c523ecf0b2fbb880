import Foundation
import PDFText
import Testing

@Suite("look") struct LookTests {
    @Test(arguments: SheetSample.allCases) func look(_ s: SheetSample) throws {
        let setter = Typesetter()
        let laid = try setter.pages(of: s.sheet(entryCount: 8))
        var pages = laid.pages
        for i in 0..<8 where i != 1 {
            let slot = try #require(laid.slots["p\(i + 1)"])
            let c = try s.evidence(of: i).canvas(Size(width: slot.area.width, height: slot.area.height), by: setter)
            for m in c.placed(at: slot.area) { pages[slot.page].text(m.0, x: m.1, top: m.2, color: m.3) }
        }
        var paper = Paper()
        try paper.show(pages, size: laid.size)
        try Data(paper.bytes).write(to: URL(filePath: "/tmp/look-\(s.rawValue).pdf"))
    }
}
