public import PDFCore

/// A JPEG file that a PDF can show: gray or three colours, sequential or progressive.
///
/// The bytes may be hostile: sizes are bounded and the file's build is checked, segment by segment;
/// the coded picture itself goes into the PDF as it is.
public struct JPEGImage: RasterImage {
    /// As shown, turned as the camera noted.
    public var width: Int { isTurned ? frame.height : frame.width }
    public var height: Int { isTurned ? frame.width : frame.height }

    private let frame: JPEGFrame
    private let orientation: Int
    private let bytes: [UInt8]
    private var isTurned: Bool { orientation >= 5 }

    /// Throws ``PDFTextError/unusableImage(_:)``.
    public init(_ bytes: [UInt8], pixelLimit: Int = 25_000_000) throws(PDFTextError) {
        let segments = try JPEGSegments(bytes, pixelLimit: pixelLimit)
        guard let frame = segments.frame else { throw .unusableImage("no picture") }
        self.frame = frame
        orientation = segments.orientation
        self.bytes = segments.kept
    }

    public func write(into update: inout IncrementalUpdate) throws(PDFTextError) -> ObjectID {
        let image = update.allocate()
        update.set(image, toStream: dictionary, body: bytes)
        return orientation == 1 ? image : turned(image, in: &update)
    }

    private var dictionary: PDFDictionary {
        [
            "Type": .name("XObject"), "Subtype": .name("Image"), "Width": .integer(frame.width),
            "Height": .integer(frame.height),
            "ColorSpace": .name(frame.componentCount == 1 ? "DeviceGray" : "DeviceRGB"),
            "BitsPerComponent": 8, "Filter": .name("DCTDecode"),
        ]
    }

    /// A form that fills the unit square with the picture as it is to be seen.
    private func turned(_ image: ObjectID, in update: inout IncrementalUpdate) -> ObjectID {
        let form = update.allocate()
        let dictionary: PDFDictionary = [
            "Type": .name("XObject"), "Subtype": .name("Form"), "BBox": [0, 0, 1, 1],
            "Resources": ["XObject": ["Image": .reference(image)]],
        ]
        let body = Array("\(Self.matrices[orientation - 1]) cm /Image Do".utf8)
        update.set(form, toStream: dictionary, body: body)
        return form
    }

    /// From the stored unit square to the shown one, for the orientations 1 to 8.
    private static let matrices = [
        "1 0 0 1 0 0", "-1 0 0 1 1 0", "-1 0 0 -1 1 1", "1 0 0 -1 0 1",
        "0 -1 -1 0 1 1", "0 -1 1 0 0 1", "0 1 1 0 0 0", "0 1 -1 0 1 0",
    ]
}
