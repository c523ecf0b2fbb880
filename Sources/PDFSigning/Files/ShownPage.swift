import PDFCore
import PDFText

/// A page as it is shown: cropped, and turned by its /Rotate (ISO 32000-2 §7.7.3.3).
struct ShownPage {
    let cropBox: PDFRectangle
    /// Clockwise, in degrees.
    let rotation: Int

    init(cropBox: PDFRectangle, rotation: Int) {
        self.cropBox = cropBox
        self.rotation = rotation
    }

    init(_ page: Page) { self.init(cropBox: page.cropBox, rotation: page.rotation) }

    var isTurned: Bool { rotation % 180 != 0 }

    /// Where a rectangle of the shown page lies in the page's own coordinates.
    func placed(_ rect: Rectangle) -> Rectangle {
        let (width, height) = (cropBox.width, cropBox.height)
        let (x, y, across, up) = (rect.x, rect.y, rect.width, rect.height)
        let place =
            switch rotation {
            case 90: Rectangle(x: width - y - up, y: x, width: up, height: across)
            case 180:
                Rectangle(x: width - x - across, y: height - y - up, width: across, height: up)
            case 270: Rectangle(x: y, y: height - x - across, width: up, height: across)
            default: rect
            }
        return Rectangle(
            x: cropBox.x + place.x, y: cropBox.y + place.y, width: place.width,
            height: place.height)
    }

    /// The size that a rectangle of the page's own coordinates has when shown.
    func shown(_ rect: PDFRectangle) -> Size {
        isTurned
            ? Size(width: rect.height, height: rect.width)
            : Size(width: rect.width, height: rect.height)
    }

    /// From a widget's shown coordinates to those of its appearance, of the shown size given.
    func upright(_ shown: Size) -> AffineMap {
        switch rotation {
        case 90: AffineMap([0, 1, -1, 0, shown.height, 0])
        case 180: AffineMap([-1, 0, 0, -1, shown.width, shown.height])
        case 270: AffineMap([0, -1, 1, 0, 0, shown.width])
        default: AffineMap()
        }
    }
}
