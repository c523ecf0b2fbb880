@testable import PDFText
extension ContentCanvas {
    func placed(at r: Rectangle) -> [(TextBlock, Double, Double, Color)] {
        marks.compactMap { if case .text(let b, let x, let t, let c) = $0 { (b, x + r.x, t + r.y, c) } else { nil } }
    }
}
