import PDFCore
import PDFText

/// A stamp in a field: upright on a turned page, in its own proportions in a field of another size.
struct StampPlacing {
    let stamp: SignatureStamp
    let page: ShownPage
    /// Of the field as shown.
    let size: Size

    /// A tenth of a point is not seen.
    private var isExact: Bool {
        page.rotation == 0 && abs(stamp.size.width - size.width) < 0.1
            && abs(stamp.size.height - size.height) < 0.1
    }

    /// The widget's normal appearance, given the number of the stamp's form XObject.
    func appearance(of drawing: ObjectID, in update: inout IncrementalUpdate) -> ObjectID {
        guard !isExact else { return drawing }
        let id = update.allocate()
        let box = page.isTurned ? [size.height, size.width] : [size.width, size.height]
        let dictionary: PDFDictionary = [
            "Type": .name("XObject"), "Subtype": .name("Form"), "BBox": .numbers([0, 0] + box),
            "Resources": ["XObject": ["Stamp": .reference(drawing)]],
        ]
        let operators = [page.upright(size), fitted].map(\.operatorText).joined()
        update.set(id, toStream: dictionary, body: Array("q \(operators)/Stamp Do Q".utf8))
        return id
    }

    /// Scales and centres the stamp in the field as shown.
    private var fitted: AffineMap {
        guard stamp.size.width > 0, stamp.size.height > 0 else { return AffineMap() }
        let scale = min(size.width / stamp.size.width, size.height / stamp.size.height)
        return AffineMap([
            scale, 0, 0, scale, (size.width - stamp.size.width * scale) / 2,
            (size.height - stamp.size.height * scale) / 2,
        ])
    }
}
