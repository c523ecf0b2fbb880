import PDFCore
import PDFText

/// The form XObject of a stamp: an image below, text above.
struct StampForm {
    private let content: Content
    private let size: Size
    private var resources: PDFDictionary
    private var imageOperators: [UInt8] = []

    init(_ content: Content, size: Size) {
        self.content = content
        self.size = size
        resources = content.resources
    }

    /// Places an image in the middle of a rectangle, as large as its proportions allow.
    mutating func show(
        _ image: PNGImage, in area: Rectangle, of update: inout IncrementalUpdate
    ) throws(PDFTextError) {
        let id = try image.write(into: &update)
        resources["XObject"] = ["Image": .reference(id)]
        let scale = min(area.width / Double(image.width), area.height / Double(image.height))
        let (width, height) = (Double(image.width) * scale, Double(image.height) * scale)
        let placement = [
            width, 0, 0, height, area.x + (area.width - width) / 2,
            area.y + (area.height - height) / 2,
        ]
        imageOperators = Array("q \(AffineMap(placement).operatorText)/Image Do Q\n".utf8)
    }

    func write(into update: inout IncrementalUpdate) -> ObjectID {
        let dictionary: PDFDictionary = [
            "Type": .name("XObject"), "Subtype": .name("Form"),
            "BBox": .numbers([0, 0, size.width, size.height]),
            "Resources": .dictionary(resources), "Filter": .name("FlateDecode"),
        ]
        let id = update.allocate()
        let body = Flate.deflate(imageOperators + content.operators, level: 9)
        update.set(id, toStream: dictionary, body: body)
        return id
    }
}
