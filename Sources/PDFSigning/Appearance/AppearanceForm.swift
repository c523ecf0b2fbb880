import PDFCore
import PDFText

/// The form XObject of an appearance: an image below, text above.
struct AppearanceForm {
    private let content: Content
    private let size: Size
    private var resources: PDFDictionary
    private var imageOperators: [UInt8] = []
    /// Turns upright what stands on a turned page.
    var turn = AffineMap()
    /// Whether it shows the value of a text or choice field, which says so (ISO 32000-2 §12.7.4.3).
    var isVariableText = false

    /// Compressing less costs more time than it saves bytes.
    private static let compressionThreshold = 400

    init(_ content: Content, size: Size) {
        self.content = content
        self.size = size
        resources = content.resources
    }

    /// Places an image in the middle of a rectangle, as large as its proportions allow.
    mutating func show(
        _ image: some RasterImage, in area: Rectangle, of update: inout IncrementalUpdate
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
        var dictionary: PDFDictionary = [
            "Type": .name("XObject"), "Subtype": .name("Form"),
            "BBox": .numbers([0, 0, size.width, size.height]),
            "Resources": .dictionary(resources),
        ]
        if turn != AffineMap() { dictionary["Matrix"] = .numbers(turn.numbers) }
        var body = operators
        if body.count >= Self.compressionThreshold {
            dictionary["Filter"] = .name("FlateDecode")
            body = Flate.deflate(body, level: 9)
        }
        let id = update.allocate()
        update.set(id, toStream: dictionary, body: body)
        return id
    }

    private var operators: [UInt8] {
        let marks = imageOperators + content.operators
        guard isVariableText else { return marks }
        return Array("/Tx BMC\nq\n".utf8) + marks + Array("Q\nEMC\n".utf8)
    }
}
